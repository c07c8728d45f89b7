import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import type {Problem} from '../../../domain/problem.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {fullName} from '../../../domain/user.ts';
import {cutDifference} from '../../../terminal/text/text-difference.ts';
import {cutMiddle} from '../../../terminal/text/text-width.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {measureRows} from '../../table/measure-rows.ts';
import {type Revealing, revealingContexts} from '../../table/revealing.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {type Measured, placesOf} from '../../table/table-state.ts';
import {acceptedText, changeTexts, readAccepted} from './accepted-texts.ts';
import {previewHeight} from './import-layout.ts';
import type {ImportState} from './import-state.ts';
import {previewColumns} from './preview-columns.ts';
import {acceptedQuery, problemsQuery} from './preview-query.ts';
import {type AcceptedLine, type PreviewTab, viewTabs} from './preview-tabs.ts';
import {revealPin} from './reveal-pin.ts';

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
	nameOf: (line) => fullName(readAccepted(line).before),
};

const emptyTexts: Readonly<Record<PreviewTab, string>> = {
	accepted: 'No row can be imported.',
	rejected: 'No row is rejected.',
	notes: 'There is nothing to note.',
};

const measuredTabs = new WeakMap<ImportPlan, Partial<Record<PreviewTab, Measured>>>();

/** How wide the values of a tab are, with PINs hidden. It is looked at once for each plan. */
function measureTab(plan: ImportPlan, tab: PreviewTab, source: ImportSource): Measured {
	const known = measuredTabs.get(plan) ?? {};
	const before = known[tab];
	if (before !== undefined) return before;
	const context = contextOf(source, false);
	const lines = viewTabs(plan);
	const rowIds = () => placesOf(lines[tab].length);
	const measured =
		tab === 'accepted'
			? measureRows({kind: acceptedKind, context, rowIds, rowOf: (place) => lines.accepted[place]}, [
					'id',
					'who',
					'column',
					'change',
				])
			: measureRows({kind: problemsKind, context, rowIds, rowOf: (place) => lines[tab][place]}, [
					'who',
					'column',
					'value',
					'reason',
				]);
	measuredTabs.set(plan, {...known, [tab]: measured});
	return measured;
}

/** The lines of the current tab; none before there is a plan. */
export function previewTable(state: ImportState, model: Model): Table | undefined {
	const {plan, source, tab, tables} = state;
	if (plan === undefined || source === undefined) return undefined;
	const viewed = viewTabs(plan);
	const lines = viewed[tab];
	const isFiltered = tables[tab].filter !== '';
	const {size} = model;
	const all = previewColumns(tab, source.table.rows.at(-1)?.line ?? 0, size.columns);
	return {
		kind: tab === 'accepted' ? acceptedKind : problemsKind,
		context: contextOf(source, model.revealed),
		state: tables[tab],
		columns: shownColumns(all, tables[tab]),
		arranged: {name: tab, all, fillsLine: true, measure: () => measureTab(plan, tab, source)},
		size: {columns: size.columns, rows: previewHeight(size)},
		cursor: 'cell',
		emptyText: isFiltered && lines.length > 0 ? 'No line matches the filter.' : emptyTexts[tab],
		rowCount: lines.length,
		rowIds: () => placesOf(lines.length),
		rowOf: (place) => lines[place],
		query: () =>
			tab === 'accepted'
				? queryById(acceptedQuery, (place) => viewed.accepted[place])
				: queryById(problemsQuery, (place) => viewed[tab][place]),
		keep: (table) => putScreen(model, {...state, tables: {...tables, [tab]: table}}),
	};
}
