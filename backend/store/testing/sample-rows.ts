const CALL = '11111111-1111-4111-8111-111111111111';
const COLLECTION = '33333333-3333-4333-8333-333333333333';
const DOCUMENT = '44444444-4444-4444-8444-444444444444';
const VERSION = '55555555-5555-4555-8555-555555555555';
const RUN = '66666666-6666-4666-8666-666666666666';
const BUDGET = '22222222-2222-4222-8222-222222222222';
/** What a text may hold, and what a careless backup changes. */
const HARD = String.raw`'Zeile 1' || chr(10) || chr(13) || ' "q" ''s'' \n \\ NULL ' || chr(8232) || ' ' || chr(128512) || ' {a,b} ü'`;

/**
 * At least one row for each table, by the migration that makes it; the tests of backup and upgrade want them for every
 * new one. They are put in without triggers and references, so their order does not matter.
 */
export const sampleRows: Readonly<Record<string, readonly string[]>> = {
  '0000_base': [],
  '0001_policy': [
    `insert into verbund_policy values (1, '2026-01-02 03:04:05.678901+01', 'x', 'zehn Zeichen', '{"a": [1.50, null, "ü"]}')`,
    `insert into kommune_policy values ('lk-kusel', 1, now(), 'x', ${HARD}, '{}'), ('stadt-pirmasens', 1, now(), 'x', 'zehn Zeichen', '{}')`,
    `insert into model_register values ('m', 1, now(), 'x', 'zehn Zeichen', '{}', '{}')`,
  ],
  '0002_ledger': [
    `insert into call (id, kommune, department, task, model, outcome, state)
     values ('${CALL}', 'lk-kusel', ${HARD}, 'reply', 'm', 'done', 'settled')`,
    `insert into charge values ('${CALL}', 'lk-kusel', 'm', 9007199254740993, 1, true, 1, 2, 9007199254740995)`,
    `insert into budget (id, kommune, owner, period, amount_cents, on_exhausted)
     values ('${BUDGET}', null, 'verbund', 'year', 100, 'stop')`,
    `insert into budget_state values ('${BUDGET}', null, '2026-01-01', 123456789012345678901234567890, 1)`,
    `insert into budget_warning values ('${BUDGET}', null, '2026-01-01', 80, now())`,
    `insert into reservation values ('${CALL}', '${BUDGET}', 'lk-kusel', '2026-01-01', 1)`,
    `insert into head values ('2026-01-01', 'lk-kusel', '', 'reply', 'm', '\\x00ff0a5c')`,
  ],
  '0003_audit': [
    `insert into audit_line values ('lk-kusel', 1, now(), 'x', 'policy.changed', ${HARD}, '{}', '', 'h'),
       ('lk-kusel', 2, now(), 'x', 'policy.changed', '', '{}', '', 'i')`,
    `insert into audit_head values ('lk-kusel', 2, 'i')`,
    `insert into audit_actor values ('lk-kusel', 'x', 'k', 'Erika Mustermann', 'lk-kusel')`,
    `insert into audit_checkpoint values ('lk-kusel', 0, 'h', 's')`,
    `insert into ledger_month values ('lk-kusel', '2025-01-01', 'm', 1, 2, 3, 4, 0)`,
  ],
  '0004_reports': [
    `insert into report_month values ('lk-kusel', '2026-01', now(), 1, '{}')`,
    `insert into report_plan values (1, now(), 'x', 'zehn Zeichen', '{}')`,
  ],
  '0005_knowledge': [
    `insert into collection values ('${COLLECTION}', null, ${HARD}, 1, '{}', '2026-01-01', null, 90, now(), null)`,
    `insert into document values ('${DOCUMENT}', null, '${COLLECTION}', 'a/b.docx', 'regulation', 'upload', null, null, null, 1, now())`,
    `insert into document_version values ('${VERSION}', null, '${COLLECTION}', '${DOCUMENT}', 1, ${HARD}, 'docx',
       sha256('x'), 3, '2026-01-01', null, now(), null, 1, '{}', '{}', 1, true)`,
    `insert into original_piece values ('${VERSION}', 0, null, '\\x00ff0a5c')`,
    `insert into section (kommune, collection, version, number, path, text, same_key, near_keys)
     values (null, '${COLLECTION}', '${VERSION}', 0, array[${HARD}], ${HARD}, sha256('x'), '{-1,2}')`,
    `insert into import_run values ('${RUN}', null, '${COLLECTION}', 'upload', 'other', '2026-01-01', null, 'done', now(), now())`,
    `insert into import_file (run, collection, kommune, name, hash, bytes)
     values ('${RUN}', '${COLLECTION}', null, 'x', sha256('x'), 1)`,
    `insert into import_piece values (1, 0, null, '\\x00ff')`,
  ],
  '0006_search': [
    `insert into search_collection values ('${COLLECTION}', null, 1, 3)`,
    `insert into term_count (kommune, collection, term, level_1) values (null, '${COLLECTION}', '§5', 1)`,
    `insert into section_index values (1, null, '${COLLECTION}', '${VERSION}', '{5}', '{1}', 3)`,
  ],
  '0007_upkeep': [
    `insert into synonym_list (kommune, revision) values (null, 1), ('lk-kusel', 2)`,
    `insert into synonym (kommune, word, means, stems, first_stem)
     values ('lk-kusel', 'Krankenschein', array[${HARD}], '{krankenschein}', 'krankenschein')`,
    `insert into faq_entry values (gen_random_uuid(), null, '${COLLECTION}', ${HARD}, '{"question": "ü"}', 'proposed', '2026-01-01')`,
    `insert into unanswered values ('lk-kusel', sha256('x'), '2026-01-01', ${HARD}, 1, array['${COLLECTION}'::uuid])`,
    `insert into section_found values (1, 'lk-kusel', '2026-01-01')`,
    `insert into dead_link values ('${VERSION}', 'https://example.org/ü', null, '2026-01-01')`,
  ],
  '0008_embeddings': [
    `insert into section_embedding values (1, null, '${COLLECTION}', 'm', '{0.6,-0.8,1e-20}')`,
  ],
  '0009_meaning': [],
  '0010_agent_runs': [
    `insert into agent_run values ('${RUN}', 'lk-kusel', 'x', 'protokoll', 2, 'running', '2026-01-02 03:04:05.678901+01', 90,
       now(), 3, '${CALL}', now(), true, null, 9007199254740993, '\\x00ff0a5c', '\\x01')`,
    `insert into agent_step values ('${RUN}', 'auftraege#2/entwurf', 'lk-kusel', 1, 'done', 1234567890123, '\\x00ff0a5c')`,
  ],
  '0011_library': [
    `insert into library_item values ('${DOCUMENT}', null, 'template', 'telefonnotiz', 1, now())`,
    `insert into library_version (item, number, kommune, state, author, authors, reason, screening, suspected, review_on, content, file)
     values ('${DOCUMENT}', 1, null, 'approved', 'x', array[${HARD}], ${HARD}, '{"uses": []}', '{services}', '2027-01-01',
       '{"name": "ü"}', '\\x00ff0a5c')`,
    `insert into library_shipped (kommune, agent, withdrawn, actor, reason) values ('lk-kusel', 'telefonnotiz', true, 'x', ${HARD})`,
    `insert into library_favourite values ('lk-kusel', 'x', 'telefonnotiz')`,
    `insert into library_prompt values ('${DOCUMENT}', 'lk-kusel', 'x', '\\x00ff0a5c', now())`,
    `insert into library_use values ('lk-kusel', '2026-01-01', 'telefonnotiz', 3)`,
    `insert into library_head values ('lk-kusel', '2026-01-01', 'telefonnotiz', '\\x00ff')`,
  ],
};
