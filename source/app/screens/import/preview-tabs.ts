import type {ImportPlan, JudgedRow} from '../../../csv/import-plan.ts';
import type {Problem} from '../../../domain/problem.ts';
import type {RowId} from '../../table/table-state.ts';

/** What a tab of the preview lists. */
type TabKind = {
	readonly label: string;
	/** Said where it lists nothing. */
	readonly empty: string;
	/** Whether it is shown although nothing is in it. */
	readonly isUsual: boolean;
	/** Rows of the file, or what was found in them. */
	readonly lists:
		| {readonly rows: readonly JudgedRow['kind'][]}
		| {readonly problems: (problem: Problem) => boolean};
};

const isError = ({severity}: Problem): boolean => severity === 'error';

/** The tabs are filters over the rows of the file, in the order of weight: what stops an import, what it does, what to look at. */
const tabs = {
	rejected: {
		label: 'Rejected',
		empty: 'No row is rejected.',
		isUsual: true,
		lists: {problems: isError},
	},
	create: {label: 'Create', empty: 'No user is created.', isUsual: true, lists: {rows: ['create']}},
	update: {label: 'Update', empty: 'No user is changed.', isUsual: true, lists: {rows: ['update']}},
	look: {
		label: 'Look at',
		empty: 'There is nothing to look at.',
		isUsual: true,
		lists: {problems: (problem) => !isError(problem)},
	},
	same: {
		label: 'Same',
		empty: 'No row is the same as what is stored.',
		isUsual: false,
		lists: {rows: ['unchanged']},
	},
	out: {label: 'Left out', empty: 'No row is left out.', isUsual: false, lists: {rows: ['skip', 'left-out']}},
	all: {
		label: 'All',
		empty: 'The file has no row.',
		isUsual: true,
		lists: {rows: ['create', 'update', 'unchanged', 'skip', 'left-out', 'reject']},
	},
} as const satisfies Readonly<Record<string, TabKind>>;

export type PreviewTab = keyof typeof tabs;
export const tabTable: Readonly<Record<PreviewTab, TabKind>> = tabs;
export const previewTabs: readonly PreviewTab[] = [
	'rejected',
	'create',
	'update',
	'look',
	'same',
	'out',
	'all',
];

/** Something that was found, and the row that it was found in; none where it is about the whole file. */
export type ProblemLine = {readonly problem: Problem; readonly judged: JudgedRow | undefined};

/** Whether a tab lists what was found, and not rows. */
export function listsProblems(tab: PreviewTab): boolean {
	return 'problems' in tabTable[tab].lists;
}

/** More lines than any file has: a row is known by its line, and so is the first thing that was found in it. */
const lineLimit = 2 ** 32;

const listed = new WeakMap<ImportPlan, Map<PreviewTab, readonly RowId[]>>();

/** What a tab lists for a plan, in the order of the file: looked for once. */
export function listTab(plan: ImportPlan, tab: PreviewTab): readonly RowId[] {
	const known = listed.get(plan) ?? new Map<PreviewTab, readonly RowId[]>();
	listed.set(plan, known);
	const before = known.get(tab);
	if (before !== undefined) return before;
	const {lists} = tabTable[tab];
	const ids = 'rows' in lists ? listRows(plan, lists.rows) : listProblems(plan, lists.problems);
	known.set(tab, ids);
	return ids;
}

function listRows({rows}: ImportPlan, kinds: readonly JudgedRow['kind'][]): readonly RowId[] {
	const ids: RowId[] = [];
	for (const {kind, row} of rows) if (kinds.includes(kind)) ids.push(row.line);
	return ids;
}

function listProblems(plan: ImportPlan, isListed: (problem: Problem) => boolean): readonly RowId[] {
	const ids: RowId[] = [];
	const add = (problems: readonly Problem[], line: number): void => {
		let place = 0;
		for (const problem of problems) {
			if (!isListed(problem)) continue;
			ids.push(place * lineLimit + line);
			place += 1;
		}
	};
	add(findOnFile(plan), 0);
	for (const {problems, row} of plan.rows) if (problems.length > 0) add(problems, row.line);
	return ids;
}

/** What was found in no row: it comes before all else. */
function findOnFile({problems, rows}: ImportPlan): readonly Problem[] {
	const inRows = rows.reduce((sum, row) => sum + row.problems.length, 0);
	return problems.slice(0, problems.length - inRows);
}

/** The line of the file that a row of any tab is about; 0 for the whole file. */
export function lineOf(id: RowId): number {
	return id % lineLimit;
}

/** The judged row on a line; rows are in the order of their lines. */
export function rowOnLine({rows}: Pick<ImportPlan, 'rows'>, line: number): JudgedRow | undefined {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.row.line ?? 0) < line) low = middle + 1;
		else high = middle;
	}
	return rows[low]?.row.line === line ? rows[low] : undefined;
}

const lines = new WeakMap<Problem, ProblemLine>();

/** What a line of a tab of problems tells: the same object as long as nothing of it changes. */
export function problemOf(plan: ImportPlan, tab: PreviewTab, id: RowId): ProblemLine | undefined {
	const {lists} = tabTable[tab];
	if ('rows' in lists) return undefined;
	const judged = rowOnLine(plan, lineOf(id));
	const place = Math.floor(id / lineLimit);
	const problem = (judged?.problems ?? findOnFile(plan)).filter(lists.problems)[place];
	if (problem === undefined || (judged === undefined && lineOf(id) !== 0)) return undefined;
	const known = lines.get(problem);
	if (known !== undefined && known.judged === judged) return known;
	const line = {problem, judged};
	lines.set(problem, line);
	return line;
}

/** What the count of a tab says: rows of the file, or things to look at. */
export function countTab(plan: ImportPlan, tab: PreviewTab): number {
	return tab === 'rejected' ? plan.rejected.length : listTab(plan, tab).length;
}
