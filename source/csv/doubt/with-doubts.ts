import type {Problem} from '../../domain/problem.ts';
import type {SettledDoubt} from './settle-doubt.ts';

/** Errors that say more than a doubt about the same value. */
const telling: ReadonlySet<string> = new Set(['pin-as-number', 'read-only', 'too-long']);

/** The problems of a row with its doubts: what damaged a value says more than the rule which the value breaks now. */
export function withDoubts(
	problems: readonly Problem[],
	doubts: readonly SettledDoubt[],
): readonly Problem[] {
	if (doubts.length === 0) return problems;
	const misread = new Set(doubts.flatMap(({column, problem}) => (isReread(problem) ? [column] : [])));
	const result = problems.filter(
		({code, column = ''}) => code !== 'control-character' || !misread.has(column),
	);
	for (const {column, problem, isTaken} of doubts) {
		const place = result.findIndex(
			(other) => other.column === column && (other.severity === 'error' || other.code === 'unusual-number'),
		);
		const broken = isTaken ? result[place] : undefined;
		if (broken === undefined) result.push(problem);
		else if (!telling.has(broken.code)) result[place] = {...problem, severity: broken.severity};
	}
	return result;
}

/** Whether the letters are read otherwise in what is likely: characters that cannot be seen are letters there. */
function isReread({code, fixed = ''}: Problem): boolean {
	return code === 'misread-letters' && fixed !== '' && !/\p{Cc}/u.test(fixed);
}
