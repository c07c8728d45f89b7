import type {ImportSource} from '../../../csv/import-source.ts';
import {searchText} from '../../../domain/compare-text.ts';
import {storedField} from '../../../domain/field-lists.ts';
import type {Problem} from '../../../domain/problem.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {cutDifference} from '../../../terminal/text/text-difference.ts';
import {cutMiddle} from '../../../terminal/text/text-width.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {type Revealing, revealingContexts} from '../../table/revealing.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {placesOf} from '../../table/table-state.ts';
import {previewHeight} from './import-layout.ts';
import type {ImportState} from './import-state.ts';
import {previewColumns} from './preview-columns.ts';
import {type AcceptedLine, type PreviewTab, viewTabs} from './preview-tabs.ts';
import {revealPin, shownValue} from './reveal-pin.ts';

/** Lines hang on the file that they are from, where a PIN is shown. */
type PreviewContext = Revealing<ImportSource>;

const contextOf = revealingContexts<ImportSource>();

/** What is wrong, or worth a note, as rows: each is cut in the middle where a cut at the end would lose the point. */
const problemsKind: TableKind<Problem, PreviewContext> = {
	noun: {one: 'line', many: 'lines'},
	numbered: 'Line',
	valueOf: problemText,
	cellOf: (problem, key, context, width) => ({
		text:
			key === 'column'
				? cutMiddle(problemText(problem, key, context), width)
				: problemText(problem, key, context),
	}),
	searchedText: ({line = '', who = '', column = '', value = '', short, message}) =>
		searchText([line, who, column, value, short, message].join('\n')),
	nameOf: ({who = ''}) => who,
};

function problemText(problem: Problem, key: string, {base, revealed}: PreviewContext): string {
	const {line, who = '', column = '', value = '', short} = revealed ? revealPin(base, problem) : problem;
	return {line: line === undefined ? '' : String(line), who, column, value, reason: short}[key] ?? '';
}

const actionTones = {create: 'new', update: 'changed', unchanged: 'quiet'} as const;

/** What would go in, as rows. */
const acceptedKind: TableKind<AcceptedLine, PreviewContext> = {
	noun: {one: 'line', many: 'lines'},
	numbered: 'Line',
	valueOf(line, key, {revealed}) {
		const {before, after} = readAccepted(line);
		if (key !== 'change') return acceptedText(line, key);
		return line.key === undefined ? after.email : changeTexts(line.key, before, after, revealed).join(' → ');
	},
	cellOf(line, key, {revealed}, width) {
		if (key === 'column') return {text: cutMiddle(acceptedText(line, key), width)};
		if (key === 'action') return {text: acceptedText(line, key), tone: actionTones[line.judged.kind]};
		if (key !== 'change') return {text: acceptedText(line, key)};
		const {before, after} = readAccepted(line);
		if (line.key === undefined) return {text: after.email};
		const [old, now] = changeTexts(line.key, before, after, revealed);
		return {text: cutDifference(old, now, width)};
	},
	searchedText(line) {
		const {before, after} = readAccepted(line);
		const change = line.key === undefined ? [after.email] : changeTexts(line.key, before, after, false);
		const others = ['line', 'action', 'id', 'who', 'column'].map((key) => acceptedText(line, key));
		return searchText([...others, ...change].join('\n'));
	},
	nameOf: (line) => fullName(readAccepted(line).before),
};

/** What a line is about; a user who is created or unchanged is the same before and after. */
export function readAccepted({judged}: AcceptedLine): {
	readonly line: number;
	readonly kind: string;
	readonly before: User;
	readonly after: User;
} {
	const {kind, row} = judged;
	const [before, after] = kind === 'update' ? [judged.before, judged.after] : [judged.user, judged.user];
	return {line: row.line, kind, before, after};
}

function acceptedText(accepted: AcceptedLine, key: string): string {
	const {line, kind, before, after} = readAccepted(accepted);
	const column = accepted.key === undefined ? '' : storedField(accepted.key).header;
	return {line: String(line), action: kind, id: String(after.id), who: fullName(before), column}[key] ?? '';
}

function changeTexts(
	key: NonNullable<AcceptedLine['key']>,
	before: User,
	after: User,
	revealed: boolean,
): readonly [string, string] {
	const field = storedField(key);
	return [shownValue(field, before[key], revealed), shownValue(field, after[key], revealed)];
}

const emptyTexts: Readonly<Record<PreviewTab, string>> = {
	accepted: 'No row can be imported.',
	rejected: 'No row is rejected.',
	notes: 'There is nothing to note.',
};

/** The lines of the current tab; none before there is a plan. */
export function previewTable(state: ImportState, model: Model): Table | undefined {
	const {plan, source, tab, tables} = state;
	if (plan === undefined || source === undefined) return undefined;
	const lines = viewTabs(plan)[tab];
	const isFiltered = tables[tab].filter !== '';
	const {size} = model;
	const all = previewColumns(tab, source.table.rows.at(-1)?.line ?? 0, size.columns);
	return {
		kind: tab === 'accepted' ? acceptedKind : problemsKind,
		context: contextOf(source, model.revealed),
		state: tables[tab],
		columns: shownColumns(all, tables[tab]),
		arranged: {name: tab, all},
		size: {columns: size.columns, rows: previewHeight(size)},
		cursor: 'cell',
		emptyText: isFiltered && lines.length > 0 ? 'No line matches the filter.' : emptyTexts[tab],
		rowIds: () => placesOf(lines.length),
		rowOf: (place) => lines[place],
		keep: (table) => putScreen(model, {...state, tables: {...tables, [tab]: table}}),
	};
}
