import type {Change} from '../../../domain/change.ts';
import {type FieldKey, fieldKeys, type RecordKey} from '../../../domain/field.ts';

/** Where a value stands: a user, and one of the fields. */
export type CellPlace = {readonly id: number; readonly key: FieldKey};

/** A value as it was set here. */
export type SetCell = CellPlace & {readonly value: string};

/** One text for each cell, to find it by. */
export function cellName({id, key}: {readonly id: number; readonly key?: RecordKey}): string {
	return `${id} ${key}`;
}

/** Every value that a change sets. */
export function setCellsOf({updated}: Change): readonly SetCell[] {
	return updated.flatMap(({id, cells}) =>
		fieldKeys.flatMap((key) => {
			const cell = cells[key];
			return cell === undefined ? [] : [{id, key, value: cell.after}];
		}),
	);
}

/** Looks up what a change does to a cell: the value that it sets, or that the user is removed; undefined when neither. */
export function cellFinder({
	updated,
	removed,
}: Change): (cell: CellPlace) => {readonly value: string} | 'removed' | undefined {
	const cellsById = new Map(updated.map(({id, cells}) => [id, cells]));
	const gone = new Set(removed.map(({id}) => id));
	return ({id, key}) => {
		if (gone.has(id)) return 'removed';
		const cell = cellsById.get(id)?.[key];
		return cell && {value: cell.after};
	};
}
