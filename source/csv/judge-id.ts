import {count, type Problem} from '../domain/problem.ts';
import {nameOtherLines} from './find-repeated-ids.ts';

/** What is wrong with a row's ID: rules.md 3.1 to 3.3. */
export function judgeId(
	id: string,
	known: boolean,
	overwrite: boolean,
	line: number,
	repeatedOn: readonly number[] | undefined,
): readonly Problem[] {
	return [
		...(repeatedOn === undefined ? [] : [repeatedId(id, line, repeatedOn)]),
		...(overwrite ? (known ? [] : [id === '' ? missingId : unknownId(id)]) : known ? [knownId(id)] : []),
	];
}

const common = {severity: 'error', column: 'ID'} as const;

const missingId: Problem = {
	...common,
	code: 'missing-id',
	value: '',
	message: 'It is blank. An overwrite import changes users and adds none.',
	short: 'Blank with overwrite',
	fix: 'Enter the ID of the user, or import new users without overwrite.',
};

function unknownId(id: string): Problem {
	return {
		...common,
		code: 'unknown-id',
		value: id,
		message: 'There is no such user. The row was probably exported from another system.',
		short: 'No such user',
		fix: 'IDs are only valid in the sheet that gave them. Export from this sheet, or import without overwrite.',
	};
}

function knownId(id: string): Problem {
	return {
		...common,
		code: 'known-id',
		value: id,
		message: 'This user is in the sheet already.',
		short: 'In the sheet already',
		fix: 'Turn on overwrite import to update that user.',
	};
}

function repeatedId(id: string, line: number, lines: readonly number[]): Problem {
	const others = lines.length - 1;
	return {
		...common,
		code: 'repeated-id',
		value: id,
		message: `It is also on ${nameOtherLines(lines, line)}.`,
		short: others === 1 ? `Also on ${nameOtherLines(lines, line)}` : `Also on ${count(others, 'other line')}`,
		fix: 'Leave one of these rows in the file.',
	};
}
