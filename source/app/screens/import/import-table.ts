import type {ListedFile} from '../../../domain/listed-file.ts';
import {type Model, putScreen} from '../../model.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {columnsTable} from './columns/columns-table.ts';
import {countProblemLines} from './file-layout.ts';
import type {ImportState} from './import-state.ts';
import {optionsTable} from './options/options-table.ts';
import {previewTable} from './preview-table.ts';

/** Rule above and blank lines, path, heading, status and keys of the file step. */
const linesAroundFiles = 8;

const filesKind: TableKind<ListedFile, object> = {
	noun: {one: 'file', many: 'files'},
	numbered: 'row',
	valueOf: (file, key) => (key === 'path' ? shownPath(file) : shownSize(file)),
	nameOf: ({path}) => path,
};

/** The files to choose from, the options, the columns, or the lines of the preview; the result has no list. */
export function importTable(state: ImportState, model: Model): Table | undefined {
	if (state.step === 'file') return filesTable(state, model);
	if (state.step === 'columns') return columnsTable(state, model);
	if (state.step === 'options') return optionsTable(state, model);
	return state.step === 'preview' ? previewTable(state, model) : undefined;
}

function filesTable(state: ImportState, model: Model): Table<ListedFile, object> {
	const {file} = state;
	const {columns, rows} = model.size;
	return {
		kind: filesKind,
		context: filesKind,
		state: file.table,
		columns: [
			{key: 'path', header: '', width: Math.max(16, columns - 14)},
			{key: 'size', header: '', width: 10, align: 'right'},
		],
		size: {columns, rows: Math.max(1, rows - linesAroundFiles - countProblemLines(state, columns))},
		cursor: 'row',
		isOpenAbove: true,
		emptyText: 'No file of users here fits what is typed.',
		...rowsByPlace(file.listed),
		keep: (table) => putScreen(model, {...state, file: {...file, table}}),
	};
}

function shownPath({path, isFolder}: ListedFile): string {
	return isFolder ? `${path}/` : path;
}

function shownSize({size, isFolder}: ListedFile): string {
	if (isFolder) return 'folder';
	if (size < 1000) return `${size} B`;
	return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
