import type {Problem} from '../../../domain/problem.ts';
import {withoutNames} from '../../../domain/shared-rules.ts';
import {type FileColumns, reasonOf} from './preview-kinds.ts';
import {listTab, type PreviewTab, problemOf} from './preview-tabs.ts';

/** All problems of one kind in one column. */
export type ProblemKind = {
	readonly name: string;
	readonly column: string;
	readonly count: number;
	/** What shows only these. */
	readonly filter: string;
};

/** Of more problems than these it is not looked for each what would put it right. */
const few = 2000;

const known = new WeakMap<FileColumns, Map<PreviewTab, readonly ProblemKind[]>>();

/** The kinds of problem that a tab lists, the most frequent first; of tabs that list rows those that reject rows. */
export function problemKinds(file: FileColumns, tab: PreviewTab): readonly ProblemKind[] {
	const listed = tab === 'look' ? 'look' : 'rejected';
	const kinds = known.get(file) ?? new Map<PreviewTab, readonly ProblemKind[]>();
	const before = kinds.get(listed);
	if (before !== undefined) return before;
	const made = findKinds(file, listed);
	known.set(file, kinds.set(listed, made));
	return made;
}

type Group = {readonly first: Problem; readonly reason: string; isOne: boolean; count: number};

/** By the rule that is broken and the column; where a fix is known, by what it puts right. */
function findKinds(file: FileColumns, tab: PreviewTab): readonly ProblemKind[] {
	const {plan} = file.planned;
	const ids = listTab(plan, tab);
	const groups = new Map<string, Group>();
	for (const id of ids) {
		const line = problemOf(plan, tab, id);
		if (line === undefined) continue;
		const {problem} = line;
		const reason = ids.length > few ? problem.short : reasonOf(line, file);
		const isFixable = reason !== problem.short;
		const key = `${isFixable ? reason : problem.code}\n${problem.column ?? ''}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, {first: problem, reason, isOne: true, count: 1});
		else {
			group.count += 1;
			if (group.reason !== reason) group.isOne = false;
		}
	}
	return [...groups.values()]
		.sort((a, b) => b.count - a.count)
		.map(({first, reason, isOne, count}) => ({
			name: isOne ? reason : withoutNames(reason),
			column: first.column ?? '',
			count,
			filter: `${isOne ? `why:"${longestPart(reason)}"` : `rule:=${first.code}`}${first.column === undefined ? '' : ` column:="${first.column}"`}`,
		}));
}

/** What of a reason can be in quotation marks: the longest part of it that has none. */
function longestPart(reason: string): string {
	const parts = reason.split('"').map((part) => part.trim());
	return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}
