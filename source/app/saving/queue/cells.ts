import type {Cell, Change} from '../../../domain/change.ts';
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

/** Looks up what a change makes of a cell; undefined where it leaves the cell alone. */
export function cellFinder({updated}: Change): (cell: CellPlace) => Cell | undefined {
	const cellsById = new Map(updated.map(({id, cells}) => [id, cells]));
	return ({id, key}) => cellsById.get(id)?.[key];
}
