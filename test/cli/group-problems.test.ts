import {describe, expect, it} from 'vitest';
import {groupProblems} from '../../source/cli/group-problems.ts';
import type {Problem} from '../../source/domain/problem.ts';

function makeProblem(line: number, column: string, short = 'Not an e-mail address'): Problem {
	return {severity: 'error', code: short.toLowerCase(), line, column, message: `${short}.`, short};
}

describe('the problems of an import as text', () => {
	it('are all there in the order of the file while they are few', () => {
		const problems = Array.from({length: 20}, (_, index) => makeProblem(index + 2, index % 2 ? 'A' : 'B'));
		expect(groupProblems(problems).map((line) => line.split(',')[0])).toEqual(
			problems.map(({line}) => `Line ${line}`),
		);
	});

	it('of one kind are its first 20 and how many more there are', () => {
		const lines = groupProblems(Array.from({length: 100_000}, (_, index) => makeProblem(index + 2, 'A')));
		expect(lines).toHaveLength(21);
		expect(lines.at(-1)).toBe('And 99,980 more like this (A: Not an e-mail address): --json has all.');
	});

	it('of one kind are named without what is in only one of them', () => {
		const problems = Array.from({length: 30}, (_, index) => ({
			...makeProblem(index + 2, 'A', `Duplicate of ID ${index}?`),
			code: 'possible-duplicate',
		}));
		expect(groupProblems(problems).at(-1)).toBe(
			'And 10 more like this (A: Duplicate of ID …?): --json has all.',
		);
	});

	it('of several kinds are put together, the most frequent one first', () => {
		const problems = Array.from({length: 300}, (_, index) =>
			index % 10 === 0 ? makeProblem(index + 2, 'B', 'Required') : makeProblem(index + 2, 'A'),
		);
		expect(groupProblems(problems)).toEqual([
			...[3, 4, 5, 6, 7].map((line) => `Line ${line}, A: Not an e-mail address.`),
			'And 265 more like this (A: Not an e-mail address): --json has all.',
			...[2, 12, 22, 32, 42].map((line) => `Line ${line}, B: Required.`),
			'And 25 more like this (B: Required): --json has all.',
		]);
	});
});
