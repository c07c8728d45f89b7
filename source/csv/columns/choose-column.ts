import type {ColumnChoice, ColumnMatch, CsvRow} from '../import-plan.ts';
import {readValues} from './sample-values.ts';
import {suggestField} from './suggest-field.ts';

/** The column as a person has chosen it: two of them where it is split. A suggestion that was accepted keeps its reason. */
export function chooseColumn(
	header: string,
	index: number,
	choice: ColumnChoice,
	rows: readonly CsvRow[],
): readonly ColumnMatch[] {
	const column = {index, header, way: 'hand', reason: 'You have chosen this.'} as const;
	switch (choice.use) {
		case 'id':
			return [{...column, use: 'id'}];
		case 'mark':
			return [{...column, use: 'mark', key: choice.key}];
		case 'ignored':
			return [{...column, use: 'ignored'}];
		case 'field': {
			const suggestion = suggestField(header, readValues(rows, index));
			const isAccepted = suggestion?.key === choice.key;
			return [
				{
					...column,
					...(isAccepted ? {way: 'near', reason: suggestion.reason} : {}),
					use: 'field',
					key: choice.key,
				},
			];
		}
		case 'split': {
			const {order} = choice;
			const keys =
				order === 'last-first' ? (['lastName', 'firstName'] as const) : (['firstName', 'lastName'] as const);
			return keys.map((key) => ({...column, use: 'field', key, part: {order, key}}));
		}
	}
}
