import {type FoundProblem, findProblems} from './check-in-sheet.ts';
import {nameRule} from './shared-rules.ts';
import type {Sheet} from './sheet.ts';
import {eachInSteps, type Work} from './work.ts';

/** All problems of one rule in one field. */
export type ProblemKind = {
	/** "Same for several": what they have in common. */
	readonly name: string;
	readonly count: number;
	/** How many have a value that would be right. */
	readonly fixes: number;
};

/** A problem among all of its kind. */
export type ListedProblem = FoundProblem & {readonly kind: ProblemKind};

/** The rule whose problems come first: two telephones with one number are what an administrator looks for. */
const firstRule = 'shared-directory-number';

/** Everything wrong in a sheet, by kind: equal numbers first, then errors, then the rest; of each the most frequent kind, and equal values together. */
export function* listProblems(sheet: Sheet): Work<readonly ListedProblem[]> {
	const found = yield* findProblems(
		sheet,
		sheet.users.map(({id}) => id),
	);
	const kinds = new Map<string, FoundProblem[]>();
	yield* eachInSteps(found, (one) => addTo(kinds, `${one.problem.code} ${one.problem.column}`, one));
	const listed: ListedProblem[] = [];
	for (const problems of [...kinds.values()].sort(compareKinds)) {
		const kind = kindOf(problems);
		const byValue = new Map<string, FoundProblem[]>();
		yield* eachInSteps(problems, (one) => addTo(byValue, one.problem.value ?? '', one));
		yield* eachInSteps([...byValue.values()], (equal) => {
			for (const one of equal) listed.push({...one, kind});
		});
	}
	return listed;
}

function addTo(lists: Map<string, FoundProblem[]>, key: string, one: FoundProblem): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [one]);
	else list.push(one);
}

function compareKinds(a: readonly FoundProblem[], b: readonly FoundProblem[]): number {
	return rankOf(a) - rankOf(b) || b.length - a.length;
}

function rankOf([first]: readonly FoundProblem[]): number {
	if (first?.problem.code === firstRule) return 0;
	return first?.problem.severity === 'error' ? 1 : 2;
}

function kindOf(problems: readonly FoundProblem[]): ProblemKind {
	const [first] = problems;
	return {
		name: first === undefined ? '' : nameRule(first.problem),
		count: problems.length,
		fixes: problems.filter(({problem}) => problem.fixed !== undefined).length,
	};
}
