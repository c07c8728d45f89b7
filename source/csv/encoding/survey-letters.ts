import type {Work} from '../../domain/work.ts';
import type {CsvTable} from '../import-plan.ts';
import {findMistake} from './find-misreading.ts';
import {findForeignWords} from './judge-word.ts';
import type {Repair} from './repair.ts';

/** The mistakes with which a file was read as a whole, and with which those of its bytes were that are no UTF-8. */
export type FileMistakes = {readonly file: Repair | undefined; readonly strays: Repair | undefined};

const rowsLookedAt = 5000;
const wordsLookedAt = 1000;
const rowsPerStep = 500;
/** Characters of a cell: what is longer is no value of a field. */
const lengthLookedAt = 1000;

/**
 * Finds out with which mistakes the letters of a file were read, from some thousand rows of all its parts.
 *
 * @param columns positions of those that may tell, passwords excepted
 */
export function* surveyLetters({rows}: CsvTable, columns: readonly number[]): Work<FileMistakes> {
	const words = new Set<string>();
	const strays = new Set<string>();
	const stride = Math.ceil(rows.length / rowsLookedAt);
	for (const [index, {cells, misread}] of rows.entries()) {
		if (index % rowsPerStep === 0) yield {done: 0, total: rows.length};
		if (index % stride > 0 && misread === undefined) continue;
		for (const column of columns) {
			const found = misread?.has(column) === true ? strays : words;
			if (found.size < wordsLookedAt)
				for (const word of findForeignWords((cells[column] ?? '').slice(0, lengthLookedAt))) found.add(word);
		}
	}
	return {file: yield* findMistake([...words]), strays: yield* findMistake([...strays])};
}
