import {readText} from '../../../csv/formula-guard.ts';
import {matchHeaders} from '../../../csv/match-headers.ts';
import type {Block} from '../../../csv/parse-block.ts';
import type {PasteJob} from '../../../domain/cells/plan-paste.ts';
import type {FieldKey} from '../../../domain/field.ts';
import {gridFields, storedField} from '../../../domain/field-lists.ts';
import {count} from '../../../domain/problem.ts';
import type {Clipboard} from '../../clipboard.ts';
import type {Model} from '../../model.ts';
import {rangeOf} from '../../table/range.ts';
import type {Column} from '../../table/table.ts';
import {type CellsTarget, cellsTarget, targetScope} from './cells-target.ts';

/** What is to be pasted where. */
export type Pasting = {
	readonly job: PasteJob;
	/** What of it has no place, and what else a person should know before. */
	readonly notes: readonly string[];
	/** Rows past the last user, of which new users can be made. */
	readonly beyond: PasteJob['rows'];
};

/**
 * Where values go: into all of the range or of the marked users, where they fill them evenly, as one value does; else from the
 * first cell on, one beside the other.
 */
export function pasteJob(model: Model, given: Pick<Clipboard, 'rows' | 'cut'>): Pasting {
	const target = cellsTarget(model);
	const {table, isFile} = target;
	const {by, rows: ids, columns: chosen} = targetScope(target);
	const {cursor} = table.state;
	const {top, left} = rangeOf(table) ?? {top: cursor.row, left: cursor.column};
	const width = given.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	const here = table.columns.slice(left, left + width).map(keyOf);
	const hasHeader = given.rows.length > 1 && isHeader(given.rows[0] ?? [], here);
	const rows = hasHeader ? given.rows.slice(1) : given.rows;
	const fits = ids.length > 0 && ids.length % rows.length === 0 && chosen.length % width === 0;
	const from = by === 'marks' ? ids : table.state.rows.slice(Math.max(0, top));
	const columns = fits ? chosen.map(keyOf) : here;
	const outside = rows.slice(from.length);
	const isCreating = !isFile && by !== 'marks' && columns.includes('lastName') && columns.includes('email');
	const [lone] = ids;
	const above = lone === undefined ? undefined : target.userOf(from.at(-1) ?? lone);
	const job: PasteJob = {
		verb: 'Paste',
		ids: fits ? ids : from.slice(0, rows.length),
		columns,
		rows,
		width,
		created: [],
		profile: above?.profile ?? model.sheet.profiles[0]?.name ?? '',
		// What was cut are cells of users.
		cut: isFile ? undefined : given.cut,
	};
	const short = rows.filter((row) => row.length < width).length;
	const notes = [
		...(hasHeader ? ['The first row is the header of these columns, and is left out.'] : []),
		...(fits || by === 'row'
			? []
			: [
					`${by === 'marks' ? 'Marked' : 'The range'}: ${describeSize(ids.length, chosen.length)}. Pasted: ${describeSize(rows.length, width)}, from the first cell on.`,
				]),
		...(fits || here.length === width
			? []
			: [`${count(width - here.length, 'column is', 'columns are')} past the last one, and left out.`]),
		...(short === 0
			? []
			: [`${count(short, 'row has', 'rows have')} fewer cells: what is not there stays as before.`]),
		...(fits || outside.length === 0 || isCreating
			? []
			: [describeOutside(outside.length, by === 'marks', target)]),
	];
	return {job, notes, beyond: fits || !isCreating ? [] : outside};
}

/** Cells of another program, without what keeps a number as text there (rules.md 3.11). */
export function readPasted(block: Block, model: Model): Clipboard['rows'] {
	const {table} = cellsTarget(model);
	const {left} = rangeOf(table) ?? {left: table.state.cursor.column};
	const secret = table.columns.slice(left).map((column) => {
		const key = keyOf(column);
		return key !== undefined && storedField(key).kind === 'secret';
	});
	return block.map((cells) => cells.map((cell, place) => (secret[place] === true ? cell : readText(cell))));
}

function keyOf({key}: Column): FieldKey | undefined {
	const field = gridFields.find((one) => one.key === key);
	return field?.role === 'stored' ? field.key : undefined;
}

/** Whether these are the headers of these columns: then they were copied along. */
function isHeader(cells: readonly (string | undefined)[], keys: readonly (FieldKey | undefined)[]): boolean {
	const {columns} = matchHeaders(cells.map((cell) => cell ?? ''));
	const matched = columns.filter((column) => column.use === 'field' && column.key === keys[column.index]);
	return (
		matched.length > 0 && matched.length === cells.filter((_, place) => keys[place] !== undefined).length
	);
}

function describeSize(rows: number, columns: number): string {
	return `${count(rows, 'row')} × ${count(columns, 'column')}`;
}

function describeOutside(rows: number, isMarked: boolean, {table, isFile}: CellsTarget): string {
	const {one} = table.kind.noun;
	const left = `${count(rows, 'row is', 'rows are')} past the last ${isMarked ? `marked ${one}` : one}, and left out`;
	return isMarked || isFile ? `${left}.` : `${left}: a new user needs last name and e-mail address.`;
}
