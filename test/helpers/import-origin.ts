import type {ImportOrigin} from '../../source/app/saving/queue/origin.ts';
import {undecided} from '../../source/csv/import-decisions.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {finishWork} from '../../source/domain/work.ts';

const table = finishWork(parseCsv('Last name,Email address\nArcher,ann@example.com\n', 'utf-8'));
if ('refused' in table) throw new Error('The file is refused');

/** Where a change comes from that was planned from a file. */
export const importOrigin: ImportOrigin = {
	from: 'import',
	fixes: new Map(),
	counts: {unchanged: 1, skipped: 0, leftOut: 0, rejected: 2, fixedCells: 0},
	source: {
		path: 'users.csv',
		table,
		hash: 'ab12',
		importedBefore: undefined,
		rejectsOf: undefined,
		reading: {},
		mapping: {},
		isRecalled: false,
	},
	options: {
		profile: {from: 'keep', name: 'Default'},
		partial: true,
		overwrite: false,
		matchBy: 'id',
		...undecided,
	},
};
