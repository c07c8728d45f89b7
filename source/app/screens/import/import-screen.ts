import {describeFixes} from '../../../csv/kept-fixes.ts';
import {replaceScreen, topScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {draftImport} from './draft-import.ts';
import {takeEdited} from './edit-file.ts';
import {clearRowCell, closeCell, commitRowCell, isForMany, openRowCell} from './fix/edit-row.ts';
import {importCommands} from './import-commands.ts';
import {fileName, listFiles} from './import-state.ts';
import {importTable} from './import-table.ts';
import {pastedName} from './take-paste.ts';
import {updateImport, withPath} from './update-import.ts';

const contextsOfStep = {
	file: ['importFile', 'text', 'table'],
	options: ['importOptions', 'table'],
	columns: ['importColumns', 'table'],
	preview: ['importPreview', 'table'],
	result: ['importResult'],
} as const;

/** The import wizard. */
export const importScreen: KindOf<'import'> = {
	layer: 'base',
	contexts: {
		importFile: {title: 'Import: choosing a file', types: true},
		importOptions: {title: 'Import: options', inList: true},
		importColumns: {title: 'Import: columns of the file', inList: true},
		importPreview: {title: 'Import: preview', counts: true, inList: true},
		importResult: {title: 'Import: result'},
	},
	commands: importCommands,
	contextsOf: ({step, editor}) => (editor === undefined ? contextsOfStep[step] : ['cell', 'text']),
	update: updateImport,
	table: importTable,
	cells: {
		refuse: () => undefined,
		update(model, screen, message, app) {
			switch (message.type) {
				case 'cell/edit':
					return [openRowCell(model, screen, message.typed), []];
				case 'cell/clear':
					return isForMany(model, screen)
						? app.update(model, {type: 'fill/clear'})
						: clearRowCell(model, screen);
				case 'cell/commit':
					return commitRowCell(model, screen, message);
				case 'cell/cancel':
					return [replaceScreen(model, closeCell(screen)), []];
			}
		},
	},
	takeEdited,
	editText(model, screen, edit) {
		const {editor} = screen;
		if (editor !== undefined)
			return [replaceScreen(model, {...screen, editor: {...editor, field: edit(editor.field)}}), []];
		if (screen.step !== 'file') return [model, []];
		const field = edit(screen.file.field);
		if (field.text === screen.file.field.text) {
			const file = {...screen.file, field, table: listFiles(screen.file.listed)};
			return [replaceScreen(model, {...screen, file}), []];
		}
		const [next, effects] = withPath(model, screen, field.text);
		const moved = topScreen(next);
		return moved?.name === 'import'
			? [replaceScreen(next, {...moved, file: {...moved.file, field}}), effects]
			: [next, effects];
	},
	isWaiting: ({progress, step, file}) =>
		(progress !== undefined && step !== 'options' && step !== 'columns') ||
		(step === 'file' && file.completes),
	/** Its preview shows the stored PIN where a row has another one. */
	shownPins: ({step, plan}) =>
		step !== 'preview' || plan === undefined
			? []
			: plan.updated
					.filter(({before, after}) => before.deploymentPin !== after.deploymentPin)
					.map(({before}) => before.id),
	describeLoss({step, fixed: {fixes}, file, editor}) {
		if (step === 'result') return undefined;
		const open = editor === undefined ? [] : ['The cell being edited is not kept.'];
		const fixed =
			fixes.size === 0
				? []
				: [`${describeFixes(fixes)} in ${fileName(file.field.text)}: that is not imported.`];
		return open.length + fixed.length === 0 ? undefined : [...open, ...fixed].join(' ');
	},
	draft({source, step, options, isEdited, fixed}) {
		// What was in the editor is gone from the disk, and what was pasted was never there.
		if (source === undefined || step === 'result' || isEdited || source.path === pastedName) return undefined;
		return {import: draftImport(source, options, fixed.fixes)};
	},
};
