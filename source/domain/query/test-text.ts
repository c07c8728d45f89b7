import {compileWord, equalityKey, foldCase, searchText} from '../compare-text.ts';
import type {Finding} from '../problem.ts';
import type {Wanted} from './parse-query.ts';
import {compilePattern} from './pattern/compile-pattern.ts';
import type {QueryTable, RowTest} from './query-table.ts';

/** The test of one value for what is wanted. */
export function compileTextTest(wanted: Wanted): ((value: string) => boolean) | Finding {
	switch (wanted.kind) {
		case 'blank':
			return (value) => value === '';
		case 'word': {
			const finds = compileWord(wanted.text);
			return (value) => finds(searchText(value));
		}
		case 'phrase': {
			const phrase = foldCase(wanted.text);
			return (value) => foldCase(value).includes(phrase);
		}
		case 'whole': {
			const whole = equalityKey(wanted.text);
			return (value) => equalityKey(value) === whole;
		}
		case 'pattern':
			return compilePattern(wanted.text);
	}
}

/** The test of a whole row: whether any of its values is as wanted. */
export function compileRowTest<Row>(
	wanted: Wanted,
	{values, searched}: QueryTable<Row>,
): RowTest<Row> | Finding {
	if (wanted.kind === 'word') {
		const finds = compileWord(wanted.text);
		return (row) => finds(searched(row));
	}
	const test = compileTextTest(wanted);
	if (typeof test !== 'function') return test;
	if (wanted.kind !== 'phrase') return (row) => values(row).some(test);
	// A phrase is in no text that its words are not in, and that text is at hand.
	const finds = compileWord(wanted.text);
	return (row) => finds(searched(row)) && values(row).some(test);
}
