import {storedFields} from '../../../domain/field-lists.ts';
import type {ListedProblem} from '../../../domain/list-problems.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Column, Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {ProblemsState} from './problems-state.ts';

/** First line, header, keys. */
const linesAround = 3;
/** Lines that say more of the problem under the cursor. */
export const problemDetailHeight = 3;

const pinHeaders = new Set(storedFields.filter(({kind}) => kind === 'pin').map(({header}) => header));

/** Problems as rows; they hang on whether PINs are shown. */
const problemsKind: TableKind<ListedProblem, boolean> = {
	noun: {one: 'problem', many: 'problems'},
	numbered: 'row',
	valueOf: problemText,
	cellOf(listed, key, revealed) {
		if (key === 'kind') {
			const {name, count} = listed.kind;
			return {
				text: `${count.toLocaleString('en-US')}× ${name}`,
				...(listed.problem.severity === 'error' ? {tone: 'bad'} : {}),
			};
		}
		const isShown = key === 'value' && revealed && isAboutPin(listed);
		return {text: isShown ? listed.user.deploymentPin : problemText(listed, key)};
	},
	nameOf: ({problem}) => problem.who ?? '',
};

/** Whether its value is a PIN. */
export function isAboutPin({problem}: ListedProblem): boolean {
	return pinHeaders.has(problem.column ?? '');
}

function problemText({problem, kind}: ListedProblem, key: string): string {
	const {id = '', who = '', column = '', value = '', short, fix = ''} = problem;
	return {kind: kind.name, id, who, column, value, reason: short, fix}[key] ?? '';
}

/** What may be asked about a problem. */
const problemsQuery = textQueryTable<ListedProblem>([
	{name: 'kind', help: 'the rule that is broken', otherNames: ['problem'], read: ({kind}) => kind.name},
	{...commonColumns.id, read: ({problem: {id = ''}}) => id},
	{...commonColumns.who, read: ({problem: {who = ''}}) => who},
	{...commonColumns.column, read: ({problem: {column = ''}}) => column},
	{name: 'value', help: 'what is stored there', read: ({problem: {value = ''}}) => value},
	{...commonColumns.reason, read: ({problem: {short, message}}) => `${short}\n${message}`},
	{
		name: 'severity',
		help: 'how bad it is',
		values: [
			{name: 'error', help: 'what must be put right'},
			{name: 'warning', help: 'what deserves a look'},
		],
		read: ({problem}) => problem.severity,
	},
]);

/** Everything wrong in the sheet. */
export function problemsTable(state: ProblemsState, model: Model): Table<ListedProblem, boolean> {
	const {listed = [], table} = state;
	const {size, sheet} = model;
	const all = layOut(size.columns, String(sheet.nextId - 1).length);
	return {
		kind: problemsKind,
		context: model.revealed,
		state: table,
		columns: shownColumns(all, table),
		arranged: {name: 'problems', all},
		size: {columns: size.columns, rows: Math.max(1, size.rows - linesAround - problemDetailHeight)},
		cursor: 'cell',
		emptyText:
			listed.length === 0
				? 'Nothing is wrong with any user.'
				: `No problem matches the filter: ${keyName(model, 'problems.close')} takes it away.`,
		...rowsByPlace(listed, () => problemsQuery),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
}

/** From these widths on there is room for the value, for the reason, and for what to do: before that the lines below say them. */
const roomFor = {value: 72, reason: 140, fix: 190} as const;

function layOut(columns: number, idWidth: number): readonly Column[] {
	const id: Column = {key: 'id', header: 'ID', width: Math.max(2, idWidth), align: 'right'};
	const last: readonly Column[] = [
		...(columns < roomFor.reason ? [] : [{key: 'reason', header: 'Reason', width: 30}]),
		...(columns < roomFor.fix ? [] : [{key: 'fix', header: 'What to do', width: 34}]),
	];
	const hasValue = columns >= roomFor.value;
	const fixed = [id, ...last].reduce((sum, {width}) => sum + width + 1, gutterWidth);
	const room = columns - fixed - (hasValue ? 4 : 3);
	const kind = Math.min(30, Math.floor(room * (hasValue ? 0.36 : 0.46)));
	const who = Math.min(26, Math.floor(room * (hasValue ? 0.22 : 0.28)));
	const column = hasValue ? Math.min(33, Math.floor(room * 0.23)) : room - kind - who;
	return [
		{key: 'kind', header: 'Kind', width: kind},
		id,
		{key: 'who', header: 'Who', width: who},
		{key: 'column', header: 'Column', width: column},
		...(hasValue ? [{key: 'value', header: 'Value', width: room - kind - who - column}] : []),
		...last,
	];
}
