import type {FieldKey} from '../../../domain/field.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import type {Model} from '../../model.ts';
import {type Scope, scopeOf} from '../../table/scope.ts';
import {usersTable} from './users-table.ts';

/** What {@link scopeOf} says of the users. */
export function usersScope(model: Model): Scope {
	return scopeOf(usersTable(model.grid, model));
}

/** The columns of the scope that can be filled, left to right. */
export function scopeKeys({columns}: Scope): readonly FieldKey[] {
	const keys = new Set(columns.map(({key}) => key));
	return gridFields.flatMap((field) => (keys.has(field.key) && field.role === 'stored' ? [field.key] : []));
}

/** Whether an action would be for more than the cell under the cursor. */
export function isForMany(model: Model): boolean {
	const {by, rows, columns} = usersScope(model);
	return by === 'marks' || rows.length > 1 || columns.length > 1;
}
