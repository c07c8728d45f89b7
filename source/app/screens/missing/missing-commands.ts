import {refuseMissing} from '../../../csv/find-missing.ts';
import {type Command, firstReason} from '../../commands/command.ts';
import type {Model} from '../../model.ts';
import {plannedImport} from '../import/planned-import.ts';
import {missingOf} from './update-missing.ts';

const inMissing = {when: ['missing']} as const;

/** What can be done with the users who are missing from a file. */
export const missingCommands: readonly Command[] = [
	{
		when: ['importPreview', 'importResult'],
		id: 'missing.open',
		title: 'List the users who are missing from the file',
		short: 'Missing users',
		secondary: true,
		disabledReason: refuseOpening,
		run: () => ({type: 'missing/open'}),
	},
	{
		...inMissing,
		id: 'missing.mark',
		title: 'Mark these users in the grid: the marked ones here, the range, or all shown',
		short: 'Mark in the grid',
		disabledReason: firstReason(refuseLooking, refuseNone),
		run: () => ({type: 'missing/mark'}),
	},
	{
		...inMissing,
		id: 'missing.scope',
		title: 'Choose among which users to look: all, a profile, or those that the grid shows',
		short: 'Which users',
		run: () => ({type: 'missing/choose-scope'}),
	},
	{
		...inMissing,
		id: 'missing.close',
		title: 'Take the filter away, then back to the import',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'missing/back'}),
	},
];

function refuseOpening(model: Model): string | undefined {
	const planned = plannedImport(model);
	if (planned === undefined) return 'The rows are still being checked.';
	return refuseMissing(planned.source.table, planned.plan.options);
}

function refuseLooking(model: Model): string | undefined {
	return missingOf(model)?.found === undefined ? 'The users are still being looked for.' : undefined;
}

function refuseNone(model: Model): string | undefined {
	return missingOf(model)?.table.rows.length === 0 ? 'No user is missing.' : undefined;
}
