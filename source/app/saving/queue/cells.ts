import {type Change, changedFields} from '../../../domain/change.ts';
import type {FieldKey} from '../../../domain/field.ts';

/** Where a value stands: a user, and one of the fields. */
export type CellPlace = {readonly id: number; readonly key: FieldKey};

/** A value as it was set here. */
export type SetCell = CellPlace & {readonly value: string};

/** One text for each cell, to find it by. */
export function cellName({id, key}: CellPlace): string {
	return `${id} ${key}`;
}

/** Every value that a change sets. */
export function setCellsOf({updated}: Change): readonly SetCell[] {
	return updated.flatMap(([before, after]) =>
		changedFields(before, after).map((key) => ({id: after.id, key, value: after[key]})),
	);
}

/** Looks up what a change does to a cell: the value that it sets, or that the user is removed; undefined when neither. */
export function cellFinder({
	updated,
	removed,
}: Change): (cell: CellPlace) => {readonly value: string} | 'removed' | undefined {
	const pairs = new Map(updated.map((pair) => [pair[1].id, pair]));
	const gone = new Set(removed.map(({id}) => id));
	return ({id, key}) => {
		if (gone.has(id)) return 'removed';
		const [before, after] = pairs.get(id) ?? [];
		return after === undefined || before?.[key] === after[key] ? undefined : {value: after[key]};
	};
}
