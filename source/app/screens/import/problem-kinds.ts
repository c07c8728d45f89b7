import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {Problem} from '../../../domain/problem.ts';
import {listTab, type PreviewTab, problemOf} from './preview-tabs.ts';

/** All problems of one rule in one column. */
export type ProblemKind = {
	readonly name: string;
	readonly column: string;
	readonly count: number;
	/** What shows only these. */
	readonly filter: string;
};

const known = new WeakMap<ImportPlan, Map<PreviewTab, readonly ProblemKind[]>>();

/** The kinds of problem that a tab lists, the most frequent first; of tabs that list rows those that reject rows. */
export function problemKinds(plan: ImportPlan, tab: PreviewTab): readonly ProblemKind[] {
	const listed = tab === 'look' ? 'look' : 'rejected';
	const kinds = known.get(plan) ?? new Map<PreviewTab, readonly ProblemKind[]>();
	const before = kinds.get(listed);
	if (before !== undefined) return before;
	const made = findKinds(plan, listed);
	known.set(plan, kinds.set(listed, made));
	return made;
}

function findKinds(plan: ImportPlan, tab: PreviewTab): readonly ProblemKind[] {
	const groups = new Map<string, {readonly first: Problem; readonly shorts: Set<string>; count: number}>();
	for (const id of listTab(plan, tab)) {
		const problem = problemOf(plan, tab, id)?.problem;
		if (problem === undefined) continue;
		const key = `${problem.code} ${problem.column ?? ''}`;
		const group = groups.get(key) ?? {first: problem, shorts: new Set<string>(), count: 0};
		groups.set(key, group);
		group.shorts.add(problem.short);
		group.count += 1;
	}
	return [...groups.values()]
		.sort((a, b) => b.count - a.count)
		.map(({first, shorts, count}) => ({
			name: shorts.size === 1 ? first.short : withoutNames(first.short),
			column: first.column ?? '',
			count,
			filter: `rule:=${first.code}${first.column === undefined ? '' : ` column:="${first.column}"`}`,
		}));
}

/** What the short forms of a kind have in common: "Also on line 3" and "Also on line 7" are "Also on line …". */
function withoutNames(short: string): string {
	return short.replaceAll(/"[^"]*"|\d[\d,.]*/g, '…');
}
