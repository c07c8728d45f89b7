import type {CsvField} from '../../domain/field.ts';
import {csvFields} from '../../domain/field-lists.ts';
import {type Problem, quote} from '../../domain/problem.ts';
import {nearestNamed} from '../../domain/profile.ts';
import {findField, findNearestField, normalizeHeader} from '../find-field.ts';
import type {ColumnChoice, FileRefusal, Mapping} from '../import-plan.ts';

/**
 * Reads what columns are for, as a command line says it: `Mail=Email address`, `Room=ignore`, `3=ID` for the third column, and
 * `Name=Last name, First name` for full names. The last `=` counts, as no field has one in its name.
 */
export function parseMapping(
	typed: readonly string[],
	headers: readonly string[],
): {readonly mapping: Mapping} | FileRefusal {
	const mapping: Record<number, ColumnChoice> = {};
	for (const text of typed) {
		const at = text.lastIndexOf('=');
		const refuse = (finding: Pick<Problem, 'code' | 'message' | 'short' | 'fix'>): FileRefusal => ({
			refused: {severity: 'error', column: '--map', value: text, ...finding},
		});
		if (at < 1) return refuse(noChoice);
		const index = findColumn(text.slice(0, at), headers);
		if (typeof index !== 'number') return refuse(index);
		if (mapping[index] !== undefined) return refuse(twice);
		const choice = findChoice(text.slice(at + 1));
		if ('code' in choice) return refuse(choice);
		mapping[index] = choice;
	}
	return {mapping};
}

type Refusal = Pick<Problem, 'code' | 'message' | 'short' | 'fix'>;

const noChoice: Refusal = {
	code: 'map-without-field',
	message: 'It says no field.',
	short: 'No field',
	fix: 'Write it as "Header=Field", or as "Header=ignore".',
};

const twice: Refusal = {
	code: 'map-repeated',
	message: 'The same column comes before in another --map.',
	short: 'The same column twice',
	fix: 'Leave one of them.',
};

/** Position of a column by its header, or by its number from 1 where no header is that. */
function findColumn(name: string, headers: readonly string[]): number | Refusal {
	const wanted = normalizeHeader(name);
	const exact = headers.flatMap((header, index) => (header.trim() === name.trim() ? [index] : []));
	const alike = headers.flatMap((header, index) =>
		wanted !== '' && normalizeHeader(header) === wanted ? [index] : [],
	);
	const [found, another] = exact.length > 0 ? exact : alike;
	if (another !== undefined) {
		return {
			code: 'map-ambiguous',
			message: 'Several columns have this header.',
			short: 'Several columns fit',
			fix: `Write the number of the column instead, like ${another + 1}=….`,
		};
	}
	if (found !== undefined) return found;
	const place = /^\s*\d{1,4}\s*$/.test(name) ? Number(name) : 0;
	if (place >= 1 && place <= headers.length) return place - 1;
	const nearest = nearestNamed(
		headers.map((header) => ({name: header.trim()})),
		name,
	);
	return {
		code: 'map-no-column',
		message: 'No column has this header.',
		short: 'No such column',
		...(nearest === undefined ? {} : {fix: `Did you mean ${quote(nearest.name)}?`}),
	};
}

function findChoice(name: string): ColumnChoice | Refusal {
	if (/^\s*ignored?\s*$/i.test(name)) return {use: 'ignored'};
	const field = findField(name);
	if (field?.role === 'id') return {use: 'id'};
	if (field?.role === 'stored') return {use: 'field', key: field.key};
	if (field?.role === 'mark') return {use: 'mark', key: field.key};
	const parts = name.split(',').map((part) => {
		const found = findField(part);
		return found?.role === 'stored' ? found.key : undefined;
	});
	if (parts.join() === 'lastName,firstName') return {use: 'split', order: 'last-first'};
	if (parts.join() === 'firstName,lastName') return {use: 'split', order: 'first-last'};
	const like = findNearestField(name);
	const isOurs = like !== undefined && isChosen(like);
	const nearest = isOurs
		? like.header
		: nearestNamed(
				fieldNames().map((header) => ({name: header})),
				name,
			)?.name;
	return {
		code: 'map-no-field',
		message: 'No field has this name.',
		short: 'No such field',
		fix:
			nearest === undefined
				? `The fields are: ${fieldNames().join(', ')}.`
				: `Did you mean ${quote(nearest)}?`,
	};
}

function fieldNames(): readonly string[] {
	return csvFields.filter(isChosen).map(({header}) => header);
}

/** Whether a column can be for this field. */
function isChosen({role}: CsvField): boolean {
	return role === 'id' || role === 'stored' || role === 'mark';
}
