import type {Finding, Severity} from '../../domain/problem.ts';
import type {ColumnMatch, CsvRow, NameOrder, NamePart} from '../import-plan.ts';

/** A full name in its two parts, and what there is to say of where it was split. */
type SplitName = {
	readonly firstName: string;
	readonly lastName: string;
	readonly finding?: Finding & {readonly severity: Severity};
};

const findings = {
	oneWord: {
		severity: 'warning',
		code: 'name-of-one-word',
		message: 'It is one word, which becomes the last name.',
		short: 'One word: the last name',
	},
	severalWords: {
		severity: 'warning',
		code: 'name-of-several-words',
		message: 'It has more than two words, and is split before the last one.',
		short: 'Split before the last word',
		fix: 'Check whether that is right.',
	},
	noComma: {
		severity: 'error',
		code: 'name-without-comma',
		message: 'It has no comma between last name and first name.',
		short: 'No comma to split at',
		fix: 'Write it as "Last, First".',
	},
	severalCommas: {
		severity: 'error',
		code: 'name-with-commas',
		message: 'It has more than one comma, so that nothing says where to split it.',
		short: 'Several commas',
		fix: 'Write it as "Last, First".',
	},
	comma: {
		severity: 'error',
		code: 'name-with-comma',
		message: 'It has a comma, as if the last name were first.',
		short: 'A comma in First Last',
		fix: 'Write it as "First Last".',
	},
} as const satisfies Record<string, Finding & {readonly severity: Severity}>;

/** Small words that belong to the last name behind them: `Ludwig van Beethoven`. */
const particle =
	/^(?:af|al|am|av|bin|d[aeiou]|da[ls]|de[lnrs]|della|dos|du|el|la|las|le|les|lo|los|ten|ter|van|ver|vo[mn]|z[u]|zum|zur|y)$/iu;

/** Splits a full name as its column is said to be written. The parts are trimmed. */
export function splitName(text: string, order: NameOrder): SplitName {
	const name = text.trim();
	const commas = name.split(',').map((part) => part.trim());
	const words = name.split(/\s+/u);
	const [before = '', after = ''] = commas;
	const whole = {firstName: '', lastName: name};
	if (order === 'last-first') {
		if (commas.length > 2) return {...whole, finding: findings.severalCommas};
		if (commas.length === 2) return {firstName: after, lastName: before};
		return words.length > 1 ? {...whole, finding: findings.noComma} : oneWord(name);
	}
	if (commas.length > 1) return {...whole, finding: findings.comma};
	if (words.length === 1) return oneWord(name);
	const small = words.findIndex(
		(word, index) => index > 0 && index < words.length - 1 && particle.test(word),
	);
	const at = small < 0 ? words.length - 1 : small;
	const split = {firstName: words.slice(0, at).join(' '), lastName: words.slice(at).join(' ')};
	return words.length > 2 && small < 0 ? {...split, finding: findings.severalWords} : split;
}

function oneWord(name: string): SplitName {
	return {firstName: '', lastName: name, ...(name === '' ? {} : {finding: findings.oneWord})};
}

type Place = {readonly index: number; readonly part?: NamePart};

/** What a column has in a row: a cell, or its part of one. */
export function cellOf({cells}: CsvRow, {index, part}: Place): string {
	const cell = cells[index] ?? '';
	return part === undefined ? cell : splitName(cell, part.order)[part.key];
}

/** The whole cell with another value for a column, which may be a part of it. */
export function withPart(cell: string, {part}: Pick<Place, 'part'>, value: string): string {
	if (part === undefined) return value;
	const {firstName, lastName} = splitName(cell, part.order);
	const [first, last] = part.key === 'firstName' ? [value, lastName] : [firstName, value];
	const names = part.order === 'last-first' ? [last, first] : [first, last];
	return names.filter((name) => name !== '').join(part.order === 'last-first' ? ', ' : ' ');
}

/** A column of the file with full names, which are split. */
export type FullNames = {readonly index: number; readonly header: string; readonly order: NameOrder};

/** The columns that are split, each once. */
export function findFullNames(columns: readonly ColumnMatch[]): readonly FullNames[] {
	return columns.flatMap((column) => {
		if (column.use !== 'field' || column.part?.key !== 'lastName') return [];
		const {index, header, part} = column;
		return [{index, header, order: part.order}];
	});
}

/** What there is to say of where the full names of a row are split. */
export function findSplitProblems(
	row: CsvRow,
	fullNames: readonly FullNames[],
): readonly (Finding & {readonly severity: Severity; readonly column: string; readonly value: string})[] {
	return fullNames.flatMap(({index, header, order}) => {
		const cell = row.cells[index] ?? '';
		const {finding} = splitName(cell, order);
		return finding === undefined ? [] : [{...finding, column: header, value: cell.trim()}];
	});
}
