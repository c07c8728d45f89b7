import {checkCell, checkInSheet, indexValues} from '../check-in-sheet.ts';
import {compileWord, nameKey, searchText} from '../compare-text.ts';
import {storedFields} from '../field-lists.ts';
import type {Finding, Problem} from '../problem.ts';
import type {Sheet} from '../sheet.ts';
import type {User} from '../user.ts';
import {findNamedField} from './field-names.ts';
import type {QueryField, QueryWord, RowTest} from './query-table.ts';

const words: readonly QueryWord[] = [
	{name: 'error', help: 'what must be put right'},
	{name: 'warning', help: 'what deserves a look'},
	...storedFields.map(({key, header}) => ({name: key, help: `of ${header}`})),
];

/**
 * `problem:` asks for users with something wrong, `problem:email` for what is wrong with one field, `problem:error` for what
 * must be put right, and any other word for a rule, by its code or its short form: `problem:shared`.
 */
export function problemField(sheet: Sheet): QueryField<User> {
	return {
		name: 'problem',
		otherNames: ['problems'],
		help: 'users with something wrong, or something wrong with this field',
		values: words,
		isSlow: true,
		prepare: () => indexValues(sheet.users),
		compile(wanted) {
			if (wanted.kind === 'blank') return (user) => checkInSheet(user, sheet).length > 0;
			if (wanted.kind === 'pattern') return noPattern;
			return compileProblem(wanted.text, sheet);
		},
	};
}

const noPattern: Finding = {
	code: 'query-value',
	message: '"problem:" takes a field, error, warning, or a word of the rule.',
	short: 'Not a kind of problem',
};

function compileProblem(text: string, sheet: Sheet): RowTest<User> {
	const key = nameKey(text);
	const field = findNamedField(text);
	if (field?.role === 'stored') return (user) => checkCell(user, field, sheet).length > 0;
	const finds = compileWord(text);
	const isWanted = ({severity, code, short}: Problem): boolean =>
		key === 'error' || key === 'warning' ? severity === key : finds(searchText(`${code}\n${short}`));
	return (user) => checkInSheet(user, sheet).some(isWanted);
}
