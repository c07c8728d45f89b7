import {fixKinds, mayBeFixed} from '../../../csv/fix/fix-kinds.ts';
import {offerFix, type Planned} from '../../../csv/fix/offered-fixes.ts';
import type {CsvTable, ImportPlan, JudgedRow} from '../../../csv/import-plan.ts';
import {findImportColumns, type ImportColumn} from '../../../csv/read-cells.ts';
import {isMasked} from '../../../domain/field.ts';
import {storedFields} from '../../../domain/field-lists.ts';
import type {Problem} from '../../../domain/problem.ts';
import {cutDifference} from '../../../terminal/text/text-difference.ts';
import {cutMiddle, textWidth} from '../../../terminal/text/text-width.ts';
import {type Revealing, revealingContexts} from '../../table/revealing.ts';
import type {Cell, TableKind} from '../../table/table.ts';
import type {ProblemLine} from './preview-tabs.ts';
import {idOf, isFixed, problemIn, shownValue, valuesOf, whatTable, whoOf, whyOf} from './row-texts.ts';

/** What the rows of a file hang on beside themselves: what its columns are for. */
export type FileColumns = {
	readonly idColumn: number | undefined;
	/** Those that go in. */
	readonly columns: readonly ImportColumn[];
	readonly byKey: ReadonlyMap<string, ImportColumn>;
	readonly byHeader: ReadonlyMap<string, ImportColumn>;
	/** The plan that the rows are from, and the table that it was made for. */
	readonly planned: Planned;
};

export type PreviewContext = Revealing<FileColumns>;

export const previewContext = revealingContexts<FileColumns>();

const known = new WeakMap<ImportPlan, FileColumns>();

/** What the columns of a file are for: without Profile, unless the profiles come from the file. The same object for each plan. */
export function fileColumns(table: CsvTable, plan: ImportPlan): FileColumns {
	const before = known.get(plan);
	if (before?.planned.table === table) return before;
	const {match} = table;
	const hasProfile = plan.options.profile.from === 'csv';
	const columns = findImportColumns(match.columns).filter(
		({field}) => hasProfile || field.kind !== 'profile',
	);
	const next = {
		idColumn: match.columns.find(({use}) => use === 'id')?.index,
		columns,
		byKey: new Map<string, ImportColumn>(columns.map((column) => [column.key, column])),
		byHeader: new Map(columns.map((column) => [column.field.header, column])),
		planned: {table, plan},
	};
	known.set(plan, next);
	return next;
}

/** Rows of the file as they would be. */
export const rowsKind: TableKind<JudgedRow, PreviewContext> = {
	noun: {one: 'row', many: 'rows'},
	numbered: 'Line',
	valueOf(judged, key, {base}) {
		const column = base.byKey.get(key);
		return column === undefined ? aboutRow(judged, key, base) : valuesOf(judged, column).after;
	},
	cellOf(judged, key, {base, revealed}, width) {
		const column = base.byKey.get(key);
		if (column !== undefined) return cellOfColumn(judged, column, revealed, width);
		const text = aboutRow(judged, key, base);
		if (key === 'what') return {text, tone: whatTable[judged.kind].tone};
		if (key === 'why' && text !== '') return {text, tone: judged.kind === 'reject' ? 'bad' : 'warning'};
		return {text};
	},
	secrecyOf(key, {base, revealed}) {
		const field = base.byKey.get(key)?.field;
		if (field === undefined || !isMasked(field)) return undefined;
		return revealed && field.kind === 'pin' ? 'shown' : 'hidden';
	},
	signOf: ({kind}) => (kind === 'reject' ? '!' : ' '),
	nameOf: (judged, {base}) => whoOf(judged, base.columns),
};

function aboutRow(judged: JudgedRow, key: string, file: FileColumns): string {
	const {columns, idColumn} = file;
	switch (key) {
		case 'what':
			return whatTable[judged.kind].name;
		case 'line':
			return String(judged.row.line);
		case 'who':
			return whoOf(judged, columns);
		case 'id':
			return idOf(judged, idColumn);
		case 'why':
			return whyOf(judged, (problem) => reasonOf({problem, judged}, file));
		default:
			return '';
	}
}

/** What is wrong with a cell, or was put right in it, has a sign before it, and what it changes an arrow in it. */
function cellOfColumn(judged: JudgedRow, column: ImportColumn, revealed: boolean, width: number): Cell {
	const problem = problemIn(judged, column.field.header);
	const {before, after} = valuesOf(judged, column);
	const isWritten = isFixed(judged, column);
	const sign = signOf(problem, isWritten);
	const [old, now] = [before, after].map((value) => shownValue(column.field, value, revealed));
	const isChanged = before !== after;
	const text = sign + (isChanged ? cutDifference(old ?? '', now ?? '', width - sign.length) : now);
	if (problem !== undefined) return {text, tone: problem.severity === 'error' ? 'bad' : 'warning'};
	if (isWritten) return {text, tone: 'good'};
	return isChanged ? {text, tone: 'changed'} : {text};
}

/** What is wrong, deserves a look, or was put right here. */
function signOf(problem: Problem | undefined, isWritten: boolean): string {
	if (problem !== undefined) return problem.severity === 'error' ? '! ' : '? ';
	return isWritten ? '~ ' : '';
}

/** What is wrong, or worth a look, as rows: each is cut in the middle where a cut at the end would lose the point. */
export const problemsKind: TableKind<ProblemLine, PreviewContext> = {
	noun: {one: 'problem', many: 'problems'},
	numbered: 'Line',
	valueOf: problemText,
	cellOf(line, key, context, width) {
		const text = problemText(line, key, context);
		return {text: key === 'column' ? fitHeader(text, width) : text};
	},
	// PINs are among the values while they are shown.
	secrecyOf: (key, {revealed}) => (key === 'value' && revealed ? 'shown' : undefined),
	nameOf: ({problem: {who = ''}}) => who,
};

/** The name of a column as it fits: in full, or as the grid has it. */
function fitHeader(header: string, width: number): string {
	return textWidth(header) <= width ? header : cutMiddle(shortHeader(header), width);
}

const shortHeaders = new Map(storedFields.map(({header, short}) => [header, short ?? header]));

/** The short name of a column, which the grid has above it. */
export function shortHeader(header: string): string {
	return shortHeaders.get(header) ?? header;
}

function problemText(line: ProblemLine, key: string, {base, revealed}: PreviewContext): string {
	const {line: number, who = '', column = '', value = ''} = line.problem;
	if (key === 'reason') return reasonOf(line, base);
	if (key === 'value' && revealed) return revealedValue(line, base) ?? value;
	return {line: number === undefined ? '' : String(number), who, column, value}[key] ?? '';
}

const reasons = new WeakMap<ImportPlan, WeakMap<Problem, string>>();

/** What is wrong, in few words: where a fix is known, what it puts right says more than the rule that is broken. */
export function reasonOf({problem, judged}: ProblemLine, {planned}: FileColumns): string {
	if (judged === undefined || !mayBeFixed(problem.code)) return problem.short;
	const found = reasons.get(planned.plan) ?? new WeakMap<Problem, string>();
	reasons.set(planned.plan, found);
	const offer = found.has(problem) ? undefined : offerFix(planned, judged, problem);
	const reason =
		found.get(problem) ?? fixKinds.find(({name}) => name === offer?.kind)?.fault ?? problem.short;
	found.set(problem, reason);
	return reason;
}

const pinHeaders = new Set(storedFields.filter(({kind}) => kind === 'pin').map(({header}) => header));

/** The PIN that its row has, where a problem is about one: problems hold masked values only. */
export function revealedValue({problem, judged}: ProblemLine, {byHeader}: FileColumns): string | undefined {
	const column = pinHeaders.has(problem.column ?? '') ? byHeader.get(problem.column ?? '') : undefined;
	return column === undefined ? undefined : judged?.row.cells[column.index]?.trim();
}
