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
	/** Rows of the file, or what was found in them: what rejects a row, or what does not. */
	readonly lists: 'rows' | 'errors' | 'others';
};

const isError = ({severity}: Problem): boolean => severity === 'error';

/** The tabs are filters over the rows of the file, in the order of weight: what stops an import, what it does, what to look at. */
const tabs = {
	rejected: {
		label: 'Rejected',
		empty: 'No row is rejected.',
		isUsual: true,
		lists: 'errors',
	},
	create: {label: 'Create', empty: 'No user is created.', isUsual: true, lists: 'rows'},
	update: {label: 'Update', empty: 'No user is changed.', isUsual: true, lists: 'rows'},
	look: {
		label: 'Look at',
		empty: 'There is nothing to look at.',
		isUsual: true,
		lists: 'others',
	},
	same: {
		label: 'Same',
		empty: 'No row is the same as what is stored.',
		isUsual: false,
		lists: 'rows',
	},
	out: {label: 'Left out', empty: 'No row is left out.', isUsual: false, lists: 'rows'},
	all: {
		label: 'All',
		empty: 'The file has no row.',
		isUsual: true,
		lists: 'rows',
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

/** The tab that lists rows of a kind beside the one with all; the reasons of a rejected one are listed, and not the row. */
const tabOfKind: Readonly<Record<JudgedRow['kind'], PreviewTab | undefined>> = {
	create: 'create',
	update: 'update',
	unchanged: 'same',
	skip: 'out',
	'left-out': 'out',
	reject: undefined,
};

/** Something that was found, and the row that it was found in; none where it is about the whole file. */
export type ProblemLine = {readonly problem: Problem; readonly judged: JudgedRow | undefined};

/** Whether a tab lists what was found, and not rows. */
export function listsProblems(tab: PreviewTab): boolean {
	return tabTable[tab].lists !== 'rows';
}

/** More lines than any file has: a row is known by its line, and so is the first thing that was found in it. */
const lineLimit = 2 ** 32;

type Lists = Readonly<Record<PreviewTab, readonly RowId[]>>;

const listed = new WeakMap<ImportPlan, Lists>();

/** What a tab lists for a plan, in the order of the file: looked for once, for all tabs together. */
export function listTab(plan: ImportPlan, tab: PreviewTab): readonly RowId[] {
	const lists = listed.get(plan) ?? listAll(plan);
	listed.set(plan, lists);
	return lists[tab];
}

function listAll(plan: ImportPlan): Lists {
	const lists: Record<PreviewTab, RowId[]> = {
		rejected: [],
		create: [],
		update: [],
		look: [],
		same: [],
		out: [],
		all: [],
	};
	const addProblems = (problems: readonly Problem[], line: number): void => {
		let [errors, others] = [0, 0];
		for (const problem of problems) {
			const [list, place] = isError(problem) ? [lists.rejected, errors++] : [lists.look, others++];
			list.push(place * lineLimit + line);
		}
	};
	addProblems(findOnFile(plan), 0);
	for (const {kind, row, problems} of plan.rows) {
		lists.all.push(row.line);
		const tab = tabOfKind[kind];
		if (tab !== undefined) lists[tab].push(row.line);
		if (problems.length > 0) addProblems(problems, row.line);
	}
	return lists;
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
	if (lists === 'rows') return undefined;
	const judged = rowOnLine(plan, lineOf(id));
	const place = Math.floor(id / lineLimit);
	const problem = (judged?.problems ?? findOnFile(plan)).filter(
		(one) => isError(one) === (lists === 'errors'),
	)[place];
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
