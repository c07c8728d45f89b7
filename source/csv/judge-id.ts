import {type Problem, quote} from '../domain/problem.ts';
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
		...(repeatedOn === undefined ? [] : [repeatedId(id, nameOtherLines(repeatedOn, line))]),
		...(overwrite ? (known ? [] : [id === '' ? missingId : unknownId(id)]) : known ? [knownId(id)] : []),
	];
}

const common = {severity: 'error', column: 'ID'} as const;

const missingId: Problem = {
	...common,
	code: 'missing-id',
	value: '',
	message: 'The ID is blank: an overwrite import changes users and adds none.',
	fix: 'Put in the ID of the user, or import new users without overwrite.',
};

function unknownId(id: string): Problem {
	return {
		...common,
		code: 'unknown-id',
		value: id,
		message: `There is no user with the ID ${quote(id)}: it was probably exported from another system.`,
		fix: 'IDs are only valid in the sheet that gave them. Export from this sheet, or import without overwrite.',
	};
}

function knownId(id: string): Problem {
	return {
		...common,
		code: 'known-id',
		value: id,
		message: `The user with the ID ${quote(id)} is in the sheet already.`,
		fix: 'Turn on overwrite import to update that user.',
	};
}

function repeatedId(id: string, otherLines: string): Problem {
	return {
		...common,
		code: 'repeated-id',
		value: id,
		message: `The ID ${quote(id)} stands on ${otherLines}, too.`,
		fix: 'Leave one of these rows in the file.',
	};
}
