import type {Problem} from '../domain/problem.ts';
import type {Work} from '../domain/work.ts';

const problemsPerStep = 5000;

/** The problems of the whole file first, then those of two lists that are by line already, by line. */
export function* mergeProblems(
	onFile: readonly Problem[],
	first: readonly Problem[],
	second: readonly Problem[],
): Work<readonly Problem[]> {
	const merged = [...onFile];
	const total = first.length + second.length;
	let next = 0;
	for (const problem of first) {
		while (lineOf(second[next]) < lineOf(problem)) {
			const earlier = second[next];
			if (earlier !== undefined) merged.push(earlier);
			next += 1;
		}
		merged.push(problem);
		if (merged.length % problemsPerStep === 0) yield {done: merged.length, total};
	}
	return merged.concat(second.slice(next));
}

/** Behind the last problem of a list there is no line any more. */
function lineOf(problem: Problem | undefined): number {
	return problem === undefined ? Number.POSITIVE_INFINITY : (problem.line ?? 0);
}
