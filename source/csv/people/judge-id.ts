import type {Problem} from '../../domain/problem.ts';
import {describeRepeated} from './find-repeated-keys.ts';

/** What is wrong with a row's ID: rules.md 3.1 to 3.3. */
export function judgeId(
	id: string,
	known: boolean,
	overwrite: boolean,
	line: number,
	repeatedOn: readonly number[] | undefined,
): readonly Problem[] {
	return [
		...(repeatedOn === undefined ? [] : [describeRepeated('ID', id, line, repeatedOn)]),
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
