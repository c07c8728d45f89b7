import {count, formatProblem} from '../../domain/problem.ts';
import {countAccepted, type ImportState} from '../import/import-state.ts';
import type {Model} from '../model.ts';
import type {Command} from './command.ts';

const file = {when: ['importFile']} as const;
const options = {when: ['importOptions']} as const;
const preview = {when: ['importPreview']} as const;

/** What can be done in the import wizard. */
export const importCommands: readonly Command[] = [
	{
		...file,
		id: 'import.read',
		title: 'Read the file',
		short: 'Read',
		keys: ['enter'],
		run: () => ({type: 'import/read-file'}),
	},
	{
		...file,
		id: 'import.complete',
		title: 'Complete the path',
		short: 'Complete',
		keys: ['tab'],
		run: () => ({type: 'import/complete-path'}),
	},
	{
		...file,
		basic: true,
		id: 'import.file-down',
		title: 'Down the list of files',
		keys: ['down'],
		run: () => ({type: 'import/move', by: 1}),
	},
	{
		...file,
		basic: true,
		id: 'import.file-up',
		title: 'Up the list of files',
		keys: ['up'],
		run: () => ({type: 'import/move', by: -1}),
	},
	{
		...file,
		id: 'import.template',
		title: 'Write an empty CSV template to fill in',
		short: 'Template',
		keys: ['ctrl+t'],
		run: () => ({type: 'import/write-template'}),
	},
	{
		...file,
		id: 'import.leave',
		title: 'Leave the import',
		short: 'Leave',
		pinned: true,
		keys: ['escape'],
		run: () => ({type: 'import/back'}),
	},
	{
		...options,
		basic: true,
		id: 'import.option-down',
		title: 'To the next option',
		keys: ['down', 'tab'],
		run: () => ({type: 'import/move', by: 1}),
	},
	{
		...options,
		basic: true,
		id: 'import.option-up',
		title: 'To the option before',
		keys: ['up', 'shift+tab'],
		run: () => ({type: 'import/move', by: -1}),
	},
	{
		...options,
		id: 'import.change-option',
		title: 'Change the option',
		short: 'Change',
		keys: ['space', 'right'],
		run: () => ({type: 'import/toggle-option', by: 1}),
	},
	{
		...options,
		basic: true,
		id: 'import.change-option-back',
		title: 'Change the option the other way',
		keys: ['left'],
		run: () => ({type: 'import/toggle-option', by: -1}),
	},
	{
		...options,
		id: 'import.preview',
		title: 'Go on to the preview',
		short: 'Preview',
		keys: ['enter'],
		disabledReason: refuseUnusable,
		run: () => ({type: 'import/next'}),
	},
	{
		...options,
		id: 'import.back-to-file',
		title: 'Back to the file',
		short: 'Back',
		pinned: true,
		keys: ['escape'],
		run: () => ({type: 'import/back'}),
	},
	{
		...preview,
		id: 'import.commit',
		title: 'Import the accepted rows (asks first)',
		short: 'Import',
		keys: ['enter'],
		disabledReason: refuseCommit,
		run: () => ({type: 'import/ask-commit'}),
	},
	{
		...preview,
		id: 'import.next-tab',
		title: 'Next tab',
		short: 'Tabs',
		keys: ['tab', 'right'],
		run: () => ({type: 'import/move-tab', by: 1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.previous-tab',
		title: 'Tab before',
		keys: ['shift+tab', 'left'],
		run: () => ({type: 'import/move-tab', by: -1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.down',
		title: 'Down one line',
		keys: ['down'],
		run: () => ({type: 'import/move', by: 1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.up',
		title: 'Up one line',
		keys: ['up'],
		run: () => ({type: 'import/move', by: -1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.first',
		title: 'To the first line',
		keys: ['home', 'ctrl+home'],
		run: () => ({type: 'import/move', by: Number.NEGATIVE_INFINITY}),
	},
	{
		...preview,
		basic: true,
		id: 'import.last',
		title: 'To the last line',
		keys: ['end', 'ctrl+end'],
		run: () => ({type: 'import/move', by: Number.POSITIVE_INFINITY}),
	},
	{
		...preview,
		id: 'import.page-down',
		title: 'Next page',
		short: 'Page',
		keys: ['pagedown', 'space'],
		run: () => ({type: 'import/move-page', pages: 1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.page-up',
		title: 'Page before',
		keys: ['pageup'],
		run: () => ({type: 'import/move-page', pages: -1}),
	},
	{
		when: ['importPreview', 'importResult'],
		id: 'import.write-rejects',
		title: 'Write the rejected rows to a CSV, with the reasons',
		short: 'Write rejects',
		keys: ['w', 'W'],
		disabledReason: refuseNoRejects,
		run: () => ({type: 'import/write-rejects'}),
	},
	{
		...preview,
		id: 'import.back-to-options',
		title: 'Back to the options',
		short: 'Back',
		pinned: true,
		keys: ['escape', 'backspace'],
		run: () => ({type: 'import/back'}),
	},
	{
		when: ['importResult'],
		id: 'import.finish',
		title: 'To the grid',
		short: 'To the grid',
		pinned: true,
		keys: ['enter', 'escape'],
		run: () => ({type: 'screen/close'}),
	},
	{
		when: ['importResult'],
		id: 'import.undo',
		title: 'Take the whole import back',
		short: 'Undo',
		keys: ['ctrl+z'],
		run: () => ({type: 'undo/take-back'}),
	},
];

function importOf(model: Model): ImportState | undefined {
	return model.screens.findLast((screen) => screen.name === 'import');
}

function refuseUnusable(model: Model): string | undefined {
	const refusal = importOf(model)?.refusal;
	return refusal === undefined ? undefined : formatProblem(refusal);
}

function refuseNoRejects(model: Model): string | undefined {
	return (importOf(model)?.plan?.rejected.length ?? 0) === 0 ? 'No row was rejected.' : undefined;
}

/** Why the import cannot be confirmed: the same reasons for which the command line writes nothing. What is undecided is asked first. */
function refuseCommit(model: Model): string | undefined {
	const plan = importOf(model)?.plan;
	if (plan === undefined) return 'The rows are still being checked.';
	if (plan.open.includes('rejected-rows')) {
		return `${count(plan.rejected.length, 'row is', 'rows are')} rejected, and partial import is off: mend the file, or go back (Esc) and allow partial import.`;
	}
	if (plan.open.length > 0) return undefined;
	return countAccepted(plan) === 0 ? 'There is nothing to import.' : undefined;
}
