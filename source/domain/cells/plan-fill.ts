import type {FieldKey, UserValues} from '../field.ts';
import {storedField} from '../field-lists.ts';
import {count} from '../problem.ts';
import {type Sheet, usersWithIds} from '../sheet.ts';
import type {Work} from '../work.ts';
import {type CellsPlan, planCells} from './plan-cells.ts';

/** New values for users: each of them gets the same ones. */
export type FillJob = {
	readonly verb: 'Fill' | 'Set' | 'Clear';
	readonly ids: readonly number[];
	readonly cells: readonly {readonly key: FieldKey; readonly value: string}[];
};

/** What a job would do. */
export function* planFill({verb, ids, cells}: FillJob, sheet: Sheet): Work<CellsPlan> {
	const users = usersWithIds(sheet, ids);
	const values: Partial<UserValues> = Object.fromEntries(cells.map(({key, value}) => [key, value]));
	return yield* planCells(users, () => values, sheet, `${verb} ${nameColumns(cells)}`);
}

/** "Email address", or how many columns there are. */
export function nameColumns(columns: readonly {readonly key: FieldKey}[]): string {
	const headers = columns.map(({key}) => storedField(key).header);
	return headers.length > 2 ? count(headers.length, 'column') : headers.join(' and ');
}
