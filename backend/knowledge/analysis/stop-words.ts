import { fold } from './fold.ts';

/**
 * Words that say nothing of what a text is about: articles, pronouns, prepositions, conjunctions, auxiliary verbs, and
 * those that questions are asked with ("darf ich", "wie viel", "bekomme").
 */
const WORDS = `
  aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin
  bis bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darf darfst darin darüber darum das
  dass daß dazu dein deine deinem deinen deiner deines dem demselben den denen denn denselben der deren derer derselbe
  derselben des desselben dessen dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du
  durch dürfen dürfte ein eine einem einen einer eines einig einige einigem einigen einiger einiges einmal er es etwa
  etwas euch euer eure eurem euren eurer für gegen gewesen hab habe haben habt hat hatte hätte hatten hätten hier hin
  hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jene
  jenem jenen jener jenes jetzt kann kannst kein keine keinem keinen keiner keines können könnte könnten man manche
  manchem manchen mancher manches mein meine meinem meinen meiner meines mich mir mit muss müssen musst müsste muß müßte
  nach nachdem nein nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines seit selbst sich
  sie sind so sofern solche solchem solchen solcher solches soll sollen sollte sollten sondern sonst soweit sowie sowohl
  über um und uns unser unsere unserem unseren unserer unseres unter vom von vor wann war waren warst was weg weil weiter
  welche welchem welchen welcher welches wenn wer werde werden wem wen weshalb wessen wie wieder wieso wird wirst wir wo
  wobei wodurch wofür woher wohin womit worauf woran worin worüber wovon wozu wollen wollte würde würden während will
  willst warum wäre wären zu zum zur zwar zwischen ab außer ebenso jedoch sobald solange wurde wurden worden bzw z b d h u
  s v a
  viel viele vielen vieler vieles bekomme bekommt bekommen bekam bitte gibt geht gehen mal eigentlich überhaupt denn
  schon gerne gern möchte möchten brauche braucht brauchen innerhalb
`;

const STOP: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u).map(fold));

/** Whether a folded word says nothing of what a text is about. */
export function isStopWord(folded: string): boolean {
  return STOP.has(folded);
}
