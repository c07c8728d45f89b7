import {count, formatProblem, type Problem} from '../domain/problem.ts';
import {nameRule, withoutNames} from '../domain/shared-rules.ts';

/** Problems of one severity that a person reads line by line; beyond that they are grouped. */
const readable = 20;
/** Lines of each kind in a group. */
const examples = 5;

/**
 * Problems as lines: all of them, in the order of the file, while they are few. Equal ones of many are put together, the
 * most frequent kind first, each with its first lines and how many more there are.
 */
export function groupProblems(problems: readonly Problem[]): readonly string[] {
	if (problems.length <= readable) return problems.map(formatProblem);
	const kinds = [...Map.groupBy(problems, ({column, code}) => `${column} ${code}`).values()];
	const most = kinds.length === 1 ? readable : examples;
	return kinds.toSorted((a, b) => b.length - a.length).flatMap((kind) => describeKind(kind, most));
}

function describeKind(kind: readonly Problem[], most: number): readonly string[] {
	const more = kind.length - most;
	return [
		...kind.slice(0, most).map(formatProblem),
		...(more <= 0 ? [] : [`And ${count(more, 'more', 'more')} ${nameKind(kind)}: --json has all.`]),
	];
}

/** "like this (Email address: Not an e-mail address)". */
function nameKind([first, ...others]: readonly Problem[]): string {
	const place = first?.column === undefined ? '' : `${first.column}: `;
	const name = first === undefined ? '' : nameRule(first);
	const isOne = others.every((problem) => nameRule(problem) === name);
	return `like this (${place}${isOne ? name : withoutNames(name)})`;
}
