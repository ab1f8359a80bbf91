const CALL = '11111111-1111-4111-8111-111111111111';
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
};
