import type {EntrySummary} from '../../../domain/entry.ts';
import type {Size} from '../../size.ts';
import type {Column} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';

/** First line, table header, keys. */
const linesAround = 3;
/** Lines that say more of the line under the cursor. */
export const detailHeight = 3;

/** From this width on, there is room for the machine that a person worked from. */
const wide = 100;
/** Below this width the year goes. */
const narrow = 72;
/** A time with and without its year. */
const [fullTime, shortTime] = [16, 11];
/** Widths at which a time has no year, and a person has the machine beside the name. */
export const narrowTime = shortTime;
export const wideAuthor = 24;

/** How many changes fit on a page. */
export function listHeight(size: Size): number {
	return Math.max(1, size.rows - linesAround - detailHeight);
}

/** How many lines below the title of an opened change say what it was: of an import its rows and what its users need, too, where there is room. */
export function summaryHeight({origination}: EntrySummary, size: Size): number {
	if (origination.from !== 'import' || size.rows < 14) return 2;
	return origination.counts === undefined ? 3 : 4;
}

/** How many values of an opened change fit on a page. */
export function entryHeight(summary: EntrySummary, size: Size): number {
	return Math.max(1, listHeight(size) - summaryHeight(summary, size));
}

/** The columns of the list for a terminal of this width and the newest revision; what was done takes what is left. */
export function historyColumns(columns: number, newest: number): readonly Column[] {
	const who = columns >= wide ? wideAuthor : columns < narrow ? 8 : 10;
	const digits = newest.toLocaleString('en-US').length;
	const first: readonly Column[] = [
		{key: 'revision', header: 'No.', name: 'number', width: Math.max(3, digits), align: 'right'},
		{key: 'when', header: 'When', width: columns < narrow ? shortTime : fullTime},
		{key: 'who', header: 'Who', width: who},
		{key: 'from', header: 'From', width: columns < wide ? 7 : 12},
	];
	const users: Column = {key: 'users', header: 'Users', width: 7, align: 'right'};
	const used = [...first, users].reduce((sum, {width}) => sum + width + 1, gutterWidth + 1);
	return [...first, {key: 'what', header: 'What', width: Math.max(8, columns - used)}, users];
}

/** The columns of an opened change; before and after share what is left. */
export function entryColumns(columns: number): readonly Column[] {
	const idWidth = 6;
	const room = columns - gutterWidth - idWidth - 5;
	const name = Math.min(26, Math.floor(room * 0.23));
	const field = Math.min(34, Math.floor(room * 0.29));
	const value = Math.floor((room - name - field) / 2);
	return [
		{key: 'id', header: 'ID', width: idWidth, align: 'right'},
		{key: 'name', header: 'Name', width: name},
		{key: 'field', header: 'Field', width: field},
		{key: 'before', header: 'Before', width: value},
		{key: 'after', header: 'After', width: room - name - field - value},
	];
}
