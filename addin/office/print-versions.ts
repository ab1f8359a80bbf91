import { versionsTable } from './requirements-table.ts';

process.stdout.write(`${versionsTable()}\n`);
