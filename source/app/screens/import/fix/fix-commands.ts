import type {Command} from '../../../commands/command.ts';
import type {Model} from '../../../model.ts';
import type {ImportState} from '../import-state.ts';
import {cursorCell} from './edit-row.ts';
import {refuseLeaving} from './leave-rows-out.ts';
import {refuseFix} from './take-fixes.ts';

const preview = {when: ['importPreview']} as const;

/** How rows of the file are put right in the preview. */
export const fixCommands: readonly Command[] = [
	{
		...preview,
		id: 'import.take-fix',
		title: 'Take the fix: of the marked rows, or of the range, or of the row under the cursor',
		short: 'Fix',
		disabledReason: refuseWith(refuseFix),
		run: () => ({type: 'import/take-fix'}),
	},
	{
		...preview,
		id: 'import.take-alike',
		title: 'Take the fix for all cells that are wrong in the same way (asks first)',
		short: 'Fix all alike',
		disabledReason: refuseWith(refuseFix),
		run: () => ({type: 'import/take-alike'}),
	},
	{
		...preview,
		id: 'import.edit-cell',
		opensRow: true,
		title: 'Edit the cell; where problems are listed, the value that is wrong',
		short: 'Edit',
		disabledReason: refuseWith(refuseEditing),
		run: () => ({type: 'cell/edit'}),
	},
	{
		...preview,
		id: 'import.clear-cell',
		title: 'Clear the cell; with marks or a range: the cells of all of them',
		disabledReason: refuseWith(refuseEditing),
		run: () => ({type: 'cell/clear'}),
	},
	{
		...preview,
		id: 'import.leave-out',
		title: 'Leave out the marked rows, or those of the range, or the one under the cursor; or take them back',
		short: 'Leave out',
		disabledReason: refuseWith(refuseLeaving),
		run: () => ({type: 'import/leave-out'}),
	},
	{
		...preview,
		id: 'import.undo-fix',
		title: 'Undo what was put right last in the file',
		short: 'Undo',
		secondary: true,
		disabledReason: refuseWith((_, {fixed}) =>
			fixed.undo.length === 0 ? 'Nothing was put right in this file yet.' : undefined,
		),
		run: () => ({type: 'import/turn-back-fix', way: 'undo'}),
	},
	{
		...preview,
		id: 'import.redo-fix',
		title: 'Redo what was undone in the file',
		disabledReason: refuseWith((_, {fixed}) =>
			fixed.redo.length === 0 ? 'Nothing was undone in this file.' : undefined,
		),
		run: () => ({type: 'import/turn-back-fix', way: 'redo'}),
	},
];

function refuseWith(
	refuse: (model: Model, state: ImportState) => string | undefined,
): NonNullable<Command['disabledReason']> {
	return (model) => {
		const state = model.screens.findLast((screen) => screen.name === 'import');
		return state === undefined ? undefined : refuse(model, state);
	};
}

function refuseEditing(model: Model, state: ImportState): string | undefined {
	const cell = cursorCell(state, model);
	return typeof cell === 'string' ? cell : undefined;
}
