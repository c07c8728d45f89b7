import {replaceScreen, topScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {importCommands} from './import-commands.ts';
import {updateImport, withPath} from './update-import.ts';

const contextsOfStep = {
	file: ['importFile', 'text'],
	options: ['importOptions'],
	preview: ['importPreview'],
	result: ['importResult'],
} as const;

/** The import wizard. */
export const importScreen: KindOf<'import'> = {
	layer: 'base',
	contexts: {
		importFile: {title: 'Import: choosing a file', types: true},
		importOptions: {title: 'Import: options'},
		importPreview: {title: 'Import: preview', counts: true},
		importResult: {title: 'Import: result'},
	},
	commands: importCommands,
	contextsOf: ({step}) => contextsOfStep[step],
	update: updateImport,
	editText(model, screen, edit) {
		if (screen.step !== 'file') return [model, []];
		const field = edit(screen.file.field);
		if (field.text === screen.file.field.text) {
			return [replaceScreen(model, {...screen, file: {...screen.file, field, index: -1}}), []];
		}
		const [next, effects] = withPath(model, screen, field.text);
		const moved = topScreen(next);
		return moved?.name === 'import'
			? [replaceScreen(next, {...moved, file: {...moved.file, field}}), effects]
			: [next, effects];
	},
	isWaiting: ({progress, step}) => progress !== undefined && step !== 'options',
	draft({source, step, options}) {
		if (source === undefined || step === 'result') return undefined;
		return {import: {path: source.path, options}};
	},
};
