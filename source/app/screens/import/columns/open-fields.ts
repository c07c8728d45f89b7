import {usedHeader} from '../../../../csv/columns/describe-matches.ts';
import {sampleValues} from '../../../../csv/columns/sample-values.ts';
import {findField} from '../../../../csv/find-field.ts';
import type {ColumnChoice, ColumnMatch, NameOrder} from '../../../../csv/import-plan.ts';
import type {ImportSource} from '../../../../csv/import-source.ts';
import {type CsvField, isMasked} from '../../../../domain/field.ts';
import {csvFields} from '../../../../domain/field-lists.ts';
import {quote} from '../../../../domain/problem.ts';
import {type Model, openScreen} from '../../../model.ts';
import {findableChoice} from '../../choice/find-choice.ts';
import {listSplit} from './list-split.ts';

type Item = {readonly label: string; readonly detail: string; readonly choice: ColumnChoice};

/** Asks what a column is for; the cursor is on what it is for now, or on what is suggested. */
export function openFields(model: Model, {table}: ImportSource, index: number): Model {
	const column = table.match.columns.find((one) => one.index === index);
	if (column === undefined) return model;
	const fields = listFields(table.match.columns, index);
	const splits = listSplits(column, table.rows);
	const isFullName = findField(column.header)?.key === 'fullName';
	const items: readonly Item[] = [
		{label: 'Ignore it', detail: 'nothing of it is imported', choice: {use: 'ignored'}},
		...(isFullName ? [...splits, ...fields] : [...fields, ...splits]),
	];
	const isNow = ({choice}: Item): boolean => {
		if (column.use === 'ignored')
			return column.suggested === undefined
				? choice.use === 'ignored'
				: choice.use === 'field' && choice.key === column.suggested;
		if (column.use === 'id') return choice.use === 'id';
		if (column.use === 'mark') return choice.use === 'mark' && choice.key === column.key;
		if (column.part !== undefined) return choice.use === 'split' && choice.order === column.part.order;
		return choice.use === 'field' && choice.key === column.key;
	};
	const samples = sampleValues(column, table.rows).join(' · ');
	const name = column.header.trim() === '' ? `column ${index + 1}` : quote(column.header.trim());
	return openScreen(
		model,
		findableChoice({
			title: `What is in ${name}?${samples === '' ? '' : ` ${samples}`}`,
			items: items.map(({label, detail, choice}) => ({
				label,
				detail,
				choose: {type: 'import/map-column', index, choice},
			})),
			index: items.findIndex(isNow),
		}),
	);
}

/** Every field of a user, and the ID; with the column that it comes from now. */
function listFields(columns: readonly ColumnMatch[], index: number): readonly Item[] {
	return csvFields.flatMap((field): readonly Item[] => {
		const choice = choiceOf(field);
		if (choice === undefined) return [];
		const from = columns.find((column) => column.index !== index && usedHeader(column) === field.header);
		const detail =
			from !== undefined
				? `now from column ${from.index + 1}, ${quote(from.header.trim())}`
				: isMasked(field)
					? 'masked'
					: '';
		return [{label: field.header, detail, choice}];
	});
}

function choiceOf(field: CsvField): ColumnChoice | undefined {
	if (field.role === 'mark') return {use: 'mark', key: field.key};
	if (field.role === 'stored') return {use: 'field', key: field.key};
	return field.role === 'id' ? {use: 'id'} : undefined;
}

const orderNames: Readonly<Record<NameOrder, string>> = {
	'last-first': 'Split "Last, First"',
	'first-last': 'Split "First Last"',
};

function listSplits(column: ColumnMatch, rows: ImportSource['table']['rows']): readonly Item[] {
	return (['last-first', 'first-last'] as const).map((order) => ({
		label: orderNames[order],
		detail: listSplit(column, rows, order).join(' · '),
		choice: {use: 'split', order},
	}));
}
