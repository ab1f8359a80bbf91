import { readFileSync } from 'node:fs';
import type { Closing } from './closing.ts';
import { openAgentRoom } from './agents/room.ts';
import { auditKey } from './audit/key.ts';
import { type Config, ConfigError } from './config.ts';
import { furnish, type Houses } from './house.ts';
import { createHouses } from './houses.ts';
import { auditRoutes } from './http/audit.ts';
import { budgetRoutes } from './http/budgets.ts';
import { conversationRoutes } from './http/conversation.ts';
import type { FileReader } from './http/documents.ts';
import type { ReadinessCheck } from './http/health.ts';
import { identityRoutes } from './http/identity.ts';
import { personRoutes } from './http/persons.ts';
import { policyRoutes } from './http/policy.ts';
import { registerRoutes } from './http/register.ts';
import { reportRoutes } from './http/reports.ts';
import type { Identify, Route } from './http/route.ts';
import { createIdentity } from './identity/identity.ts';
import { createGraph } from './identity/graph.ts';
import { createMailboxes } from './identity/mailboxes.ts';
import { createPseudonym } from './identity/pseudonym.ts';
import { readSecret } from './identity/secret.ts';
import type { Verbund } from './identity/verbund.ts';
import { storeLimits } from './ledger/rate-limits.store.ts';
import type { PriceOf } from './ledger/price.ts';
import { storeLedger } from './ledger/store-ledger.ts';
import { modelsCheck, signInCheck } from './observability/house-checks.ts';
import { observedCalls } from './observability/observed-calls.ts';
import { observedLedger } from './observability/observed-ledger.ts';
import { observedStore } from './observability/observed-store.ts';
import type { Observability } from './observability/observability.ts';
import { storeChecks } from './observability/store-checks.ts';
import { startingPolicy } from './policy/layers.ts';
import { listRegister } from './policy/register-list.ts';
import { personDesk } from './retention/persons.ts';
import { deskRoutes } from './routes.ts';
import { houseJobs } from './jobs/jobs.ts';
import { knowledgeAdminRoutes } from './http/knowledge-admin.ts';
import { knowledgeImportRoutes } from './http/knowledge-import.ts';
import { knowledgeOriginalRoutes } from './http/knowledge-original.ts';
import { knowledgeSharepointRoutes } from './http/knowledge-sharepoint.ts';
import { knowledgeSearchRoutes } from './http/knowledge-search.ts';
import { embeddingsJob } from './knowledge/embeddings/job.ts';
import { createMeaning } from './knowledge/embeddings/meaning.ts';
import { createImporter } from './knowledge/import/importer.ts';
import { importJob } from './knowledge/import/job.ts';
import { createSearch } from './knowledge/search/search.ts';
import { createSharepointImports } from './knowledge/sharepoint/imports.ts';
import { synonymsFor } from './knowledge/synonyms/synonyms.store.ts';
import { readLinkHosts } from './knowledge/upkeep/link-hosts.ts';
import { REMOVALS, upkeepJobs } from './knowledge/upkeep/jobs.ts';
import { startSchedule } from './jobs/schedule.store.ts';
import { openStore } from './store/open.ts';
import { placeOf, readStoreSettings } from './store/settings.ts';

type Env = Record<string, string | undefined>;

/** Milliseconds that finished calls get to reach the store before it is closed. */
const SETTLE_MS = 5_000;

/** Everything that an installation is made of, and that outlives a request. */
export interface Installation {
  routes(closing: Closing): Route[];
  identify: Identify;
  /** Addresses of those who sign persons in. */
  issuers: readonly string[];
  houses: Houses;
  /** What must be there before the house takes work. */
  checks: ReadinessCheck[];
  /** Settles what is finished and lets go of the database. */
  close(): Promise<void>;
}

/**
 * Opens the store, furnishes the house, and puts the rooms together.
 * @param use `join` for a command beside a running backend
 * @throws ConfigError for everything an operator can mend
 */
export async function openInstallation(
  config: Config,
  verbund: Verbund,
  env: Env,
  { log, metrics, tracing }: Pick<Observability, 'log' | 'metrics' | 'tracing'>,
  readFile: FileReader,
  use: 'serve' | 'join',
): Promise<Installation> {
  const settings = readStoreSettings(env);
  const links = readLinkHosts(env.AMTSFEDER_LINK_HOSTS);
  if (links.problems.length > 0) throw new ConfigError(links.problems.join('\n'));
  const secret = readSecret(env, placeOf(settings));
  const furniture = await furnish(config, env, log);
  const graph = createGraph(verbund, { fetch, readFile: (path) => readFileSync(path, 'utf8') });
  const mailboxes = createMailboxes(graph);
  const opened = await openStore(settings, use);
  const store = observedStore(opened, metrics, tracing);
  const pseudonym = createPseudonym(secret);
  const signIn = signInCheck();
  const identity = await createIdentity(verbund, {
    fetch,
    now: Date.now,
    report(reason) {
      signIn.note(reason);
      log.warn({ reason }, 'a token did not count');
    },
  });
  const trust = identity.demo === null ? 'register' : 'demo';
  const ledger = storeLedger({ store, pseudonym, log });
  metrics.watch({ name: 'ledger_unsettled', read: () => ledger.waiting });
  metrics.watch({ name: 'store_connections', read: opened.connections });
  const starting = startingPolicy({ ...furniture.privacy, aiNote: furniture.aiNote });
  const accountOf = (payer: Parameters<typeof ledger.for>[0], prices: PriceOf) =>
    observedLedger(ledger.for(payer, prices), metrics);
  const meaning = createMeaning({
    store,
    starting,
    configured: furniture.configured,
    trust,
    embedders: furniture.embedders,
    privacy: furniture.privacy,
    ledgerFor: accountOf,
    report: furniture.report,
  });
  const { configured, templates, now } = furniture;
  const agents = openAgentRoom({
    store,
    secret,
    pseudonym,
    starting,
    kommunen: verbund.kommunen,
    templates,
    houses: () => houses,
    now,
    report: furniture.report,
  });
  const houses: Houses = createHouses({
    starting,
    furniture: { ...furniture, asking: { ...furniture.asking, watch: observedCalls(metrics, tracing) } },
    store,
    ledgerFor: accountOf,
    meaning,
    textBlocksFor: agents.textBlocksFor,
    limits: storeLimits(store, pseudonym),
    trust,
  });
  const kommunen = verbund.kommunen.map(({ id }) => id);
  const key = auditKey(secret);
  const importer = createImporter({ store, log });
  const sharepoint = createSharepointImports({ store, importer, log });
  // A command beside the backend takes no part in what the house does by itself.
  const schedule =
    use === 'serve'
      ? await startSchedule(
          opened,
          [
            ...houseJobs({ store: opened, key, starting, log }),
            importJob(store, importer),
            embeddingsJob(store, meaning),
            ...upkeepJobs(store, links.hosts),
            ...agents.jobs,
          ],
          log,
        )
      : null;
  const admin: Route[] = [
    ...identityRoutes(identity, verbund, mailboxes),
    ...conversationRoutes(identity, mailboxes),
    ...policyRoutes({ store, starting, kommunen }),
    ...registerRoutes({ store, configured, trust }),
    ...budgetRoutes({ store, kommunen }),
    ...auditRoutes({ store, key }),
    ...personRoutes(personDesk(store, pseudonym)),
    ...reportRoutes({ store, kommunen: verbund.kommunen }),
    ...knowledgeAdminRoutes({
      store,
      importer,
      sweep: () => void schedule?.ask(REMOVALS).catch(() => undefined),
      meaning,
      examples: identity.demo !== null,
    }),
    ...knowledgeImportRoutes({
      store,
      importer,
      hasSharepoint: async (request) => graph.reaches(await identity.signedIn(request)),
    }),
    ...knowledgeSharepointRoutes({ store, identity, graph, imports: sharepoint }),
    ...knowledgeOriginalRoutes({ store }),
    ...knowledgeSearchRoutes({
      store,
      search: createSearch({ store }),
      meaning,
      also: ({ kommune }, question) => store.within({ kommune }, (db) => synonymsFor(db, kommune, question)),
    }),
  ];
  const desk = { houses, readFile, texts: agents.texts, observers: { metrics, tracing }, now };
  return {
    routes: (closing) => [...deskRoutes(desk, closing), ...agents.routes(closing), ...admin],
    identify: identity.identify,
    issuers: identity.ways.flatMap((way) => (way.kind === 'demo' ? [] : [way.authority])),
    houses,
    checks: [
      ...storeChecks(store),
      signIn.check,
      modelsCheck(() => store.within('verbund', (db) => listRegister(db, { configured, trust }))),
    ],
    async close() {
      await schedule?.stop(SETTLE_MS);
      await agents.close();
      await sharepoint.close();
      await importer.close();
      await ledger.close(SETTLE_MS);
      await opened.close();
    },
  };
}
