import type {ColumnChoice, HeaderMatch, Mapping} from '../import-plan.ts';

/** The choices with another one: a column that was chosen for the same before is ignored. */
export function chooseFor(mapping: Mapping, index: number, choice: ColumnChoice): Mapping {
	const others = Object.entries(mapping).map(([position, other]) =>
		Number(position) !== index && usesOf(choice).some((use) => usesOf(other).includes(use))
			? ([position, {use: 'ignored'}] as const)
			: ([position, other] as const),
	);
	return {...Object.fromEntries(others), [index]: choice};
}

/** The choices with all suggestions accepted. */
export function acceptSuggestions(mapping: Mapping, {columns}: HeaderMatch): Mapping {
	return columns.reduce(
		(chosen, {index, ...column}) =>
			column.use === 'ignored' && column.suggested !== undefined
				? chooseFor(chosen, index, {use: 'field', key: column.suggested})
				: chosen,
		mapping,
	);
}

function usesOf(choice: ColumnChoice): readonly string[] {
	switch (choice.use) {
		case 'id':
			return ['id'];
		case 'field':
		case 'mark':
			return [choice.key];
		case 'split':
			return ['firstName', 'lastName'];
		case 'ignored':
			return [];
	}
}
