import type {Command} from '../../commands/command.ts';
import {columnsCommands} from './columns/columns-commands.ts';
import {fixCommands} from './fix/fix-commands.ts';
import {
	refuseCommit,
	refuseNoKinds,
	refuseNoRejects,
	refuseOverwrite,
	refuseUnusable,
} from './refuse-import.ts';

const file = {when: ['importFile']} as const;
const options = {when: ['importOptions']} as const;
const preview = {when: ['importPreview']} as const;

/** What can be done in the import wizard. */
export const importCommands: readonly Command[] = [
	{
		...file,
		id: 'import.read',
		opensRow: true,
		title: 'Read the file',
		short: 'Read',
		run: () => ({type: 'import/read-file'}),
	},
	{
		...file,
		id: 'import.complete',
		title: 'Complete the path',
		short: 'Complete',
		run: () => ({type: 'import/complete-path'}),
	},
	{
		...file,
		id: 'import.template',
		title: 'Write an empty CSV template to fill in',
		short: 'Template',
		run: () => ({type: 'import/write-template'}),
	},
	{
		...file,
		id: 'import.leave',
		title: 'Leave the import',
		short: 'Leave',
		pinned: true,
		run: () => ({type: 'import/back'}),
	},
	{
		...options,
		id: 'import.change-option',
		title: 'Change the option',
		short: 'Change',
		run: () => ({type: 'import/change-option', by: 1}),
	},
	{
		...options,
		basic: true,
		id: 'import.change-option-back',
		title: 'Change the option the other way',
		run: () => ({type: 'import/change-option', by: -1}),
	},
	{
		...options,
		id: 'import.preview',
		title: 'Go on to the preview',
		short: 'Preview',
		disabledReason: refuseUnusable,
		run: () => ({type: 'import/next'}),
	},
	{
		when: ['importOptions', 'importPreview'],
		id: 'import.turn-on-overwrite',
		title: 'Turn overwrite import on, where all IDs are those of users',
		short: 'Overwrite',
		disabledReason: refuseOverwrite,
		run: () => ({type: 'import/turn-on-overwrite'}),
	},
	...columnsCommands,
	{
		...options,
		id: 'import.back-to-file',
		title: 'Back to the file',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'import/back'}),
	},
	{
		...preview,
		id: 'import.commit',
		title: 'Import the accepted rows (asks first)',
		short: 'Import',
		disabledReason: refuseCommit,
		run: () => ({type: 'import/ask-commit'}),
	},
	...fixCommands,
	{
		...preview,
		id: 'import.next-tab',
		title: 'Next tab',
		short: 'Tabs',
		run: () => ({type: 'import/move-tab', by: 1}),
	},
	{
		...preview,
		basic: true,
		id: 'import.previous-tab',
		title: 'Previous tab',
		run: () => ({type: 'import/move-tab', by: -1}),
	},
	{
		...preview,
		id: 'import.choose-kind',
		title: 'Show only one kind of problem',
		short: 'One kind',
		disabledReason: refuseNoKinds,
		run: () => ({type: 'import/choose-kind'}),
	},
	{
		when: ['importPreview', 'importResult'],
		id: 'import.write-rejects',
		title: 'Write the rejected rows to a CSV, with the reasons',
		short: 'Write rejects',
		disabledReason: refuseNoRejects,
		run: () => ({type: 'import/write-rejects'}),
	},
	{
		when: ['importPreview', 'importResult'],
		id: 'import.edit-rejects',
		title: 'Correct the rejected rows in your editor (EDITOR), and import them from there',
		short: 'Edit rejects',
		secondary: true,
		disabledReason: refuseNoRejects,
		run: () => ({type: 'import/edit-rejects'}),
	},
	{
		...preview,
		id: 'import.back-to-options',
		title: 'Back to the options',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'import/back'}),
	},
	{
		when: ['importResult'],
		id: 'import.finish',
		title: 'To the grid',
		short: 'To the grid',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
	{
		when: ['importResult'],
		id: 'import.undo',
		title: 'Take the whole import back',
		short: 'Undo',
		run: () => ({type: 'import/take-back'}),
	},
];
