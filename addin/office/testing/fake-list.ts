import { FakeObject } from './fake-context.ts';
import type { ListModel, Paragraph } from './word-model.ts';

/** `Word.List`. */
export class FakeList extends FakeObject<ListModel> {
  get id(): number {
    return this.loaded('id');
  }

  setLevelNumbering(level: number, _numbering: string, _format: (string | number)[]): void {
    this.change('setLevelNumbering', (list) => {
      list.levels.set(level, { ordered: true, start: 1 });
    });
  }

  setLevelStartingNumber(level: number, start: number): void {
    this.change('setLevelStartingNumber', (list) => {
      list.levels.set(level, { ordered: true, start });
    });
  }

  setLevelBullet(level: number, _bullet: string): void {
    this.change('setLevelBullet', (list) => {
      list.levels.set(level, { ordered: false, start: 1 });
    });
  }

  protected facts(list: ListModel): Record<string, unknown> {
    return { id: list.id };
  }
}

/** `Word.ListItem`. */
export class FakeListItem extends FakeObject<NonNullable<Paragraph['list']>> {
  get level(): number {
    return this.loaded('level');
  }
  set level(value: number) {
    this.change('listItem.level', (item) => {
      item.level = value;
    });
  }
  get listString(): string {
    return this.loaded('listString');
  }

  protected facts({ model, level }: NonNullable<Paragraph['list']>): Record<string, unknown> {
    const look = model.levels.get(level);
    const before = this.context.model.paragraphs.filter(
      (one) => one.list?.model === model && one.list.level === level,
    );
    const number = (look?.start ?? 1) + before.findIndex((one) => one.list === this.target());
    return { level, listString: look?.ordered === true ? `${number}.` : '•' };
  }
}
