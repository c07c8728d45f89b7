import {isEmptyChange, type Update} from '../change.ts';
import type {FieldKey, UserValues} from '../field.ts';
import {storedField, storedFields} from '../field-lists.ts';
import {count, type Problem} from '../problem.ts';
import {type Sheet, surroundingsOf, userFinder} from '../sheet.ts';
import {checkUser, emptyUser, fullName, type User} from '../user.ts';
import {eachInSteps, type Work} from '../work.ts';
import {type CellsPlan, judgeChange, planCells, storedValue} from './plan-cells.ts';
import {nameColumns} from './plan-fill.ts';

/** Values for the cells of users, each its own, as they were copied here or elsewhere. */
export type PasteJob = {
	readonly verb: 'Paste';
	/** Each gets the row at the same place; where there are fewer rows, they begin again. */
	readonly ids: readonly number[];
	/** Undefined where no value can be put in. */
	readonly columns: readonly (FieldKey | undefined)[];
	/** A value that is undefined or not there leaves its cell alone. Where there are fewer than columns, a row begins again. */
	readonly rows: readonly (readonly (string | undefined)[])[];
	/** Values of a row. */
	readonly width: number;
	/** The rows of new users. */
	readonly created: PasteJob['rows'];
	/** The profile of new users, where no column gives it. */
	readonly profile: string;
	/** Cells that are emptied, unless they are pasted into. */
	readonly cut: {readonly ids: readonly number[]; readonly keys: readonly FieldKey[]} | undefined;
};

/** What pasting would do: each cell is judged as one that is typed, and each new user as one in the form (rules.md 3.15). */
export function* planPaste(job: PasteJob, sheet: Sheet): Work<CellsPlan> {
	const {ids, rows, cut} = job;
	const places = new Map(ids.map((id, place) => [id, place]));
	const emptied = new Set(cut?.ids);
	const nothing = cut && Object.fromEntries(cut.keys.map((key) => [key, '']));
	const find = userFinder(sheet.users);
	const others = cut?.ids.filter((id) => !places.has(id)) ?? [];
	const users = ids.concat(others).flatMap((id) => find(id) ?? []);
	const valuesOf = ({id}: User): Partial<UserValues> => {
		const place = places.get(id);
		const pasted = place === undefined ? {} : readRow(job, rows[place % rows.length] ?? []);
		return emptied.has(id) ? {...nothing, ...pasted} : pasted;
	};
	const plan = yield* planCells(users, valuesOf, sheet, '');
	const {added, refused} = yield* planNewUsers(job, sheet);
	const change = {...plan.change, added};
	return {
		...plan,
		change: {...change, label: isEmptyChange(change) ? 'Paste' : nameChange(job, change.updated, added)},
		refused: plan.refused.concat(refused),
		readOnly: plan.readOnly + countFixed(job),
		said: added.length === 0 ? plan.said : yield* judgeChange(change, sheet),
	};
}

/** "Paste 30 values into Deployment PIN". */
function nameChange(
	{ids, columns, cut}: PasteJob,
	updated: readonly Update[],
	added: readonly User[],
): string {
	const keys = columns.filter((key) => key !== undefined);
	const pasted = new Set(ids);
	let values = 0;
	for (const {id, cells} of updated)
		if (pasted.has(id)) for (const key of keys) if (cells[key] !== undefined) values += 1;
	const what = [
		...(values === 0 ? [] : [`${count(values, 'value')} into ${nameColumns(keys.map((key) => ({key})))}`]),
		...(added.length === 0 ? [] : [count(added.length, 'new user')]),
	];
	return `${cut === undefined ? 'Paste' : 'Move'} ${what.length === 0 ? 'values' : what.join(' and ')}`;
}

function readRow({columns, width}: PasteJob, row: PasteJob['rows'][number]): Partial<UserValues> {
	const values: {-readonly [Key in FieldKey]?: string} = {};
	for (const [place, key] of columns.entries()) {
		const value = row[place % width];
		if (key !== undefined && value !== undefined) values[key] = value;
	}
	return values;
}

/** Values for cells into which none can be put, as the ID. */
function countFixed({ids, columns, rows, width}: PasteJob): number {
	const fixed = [...columns.keys()].filter((place) => columns[place] === undefined);
	if (fixed.length === 0) return 0;
	let values = 0;
	for (const place of ids.keys()) {
		const row = rows[place % rows.length] ?? [];
		for (const column of fixed) if (row[column % width] !== undefined) values += 1;
	}
	return values;
}

function* planNewUsers(
	job: PasteJob,
	sheet: Sheet,
): Work<{readonly added: readonly User[]; readonly refused: CellsPlan['refused']}> {
	const added: User[] = [];
	const refused: (Problem & {readonly key: FieldKey})[] = [];
	const surroundings = surroundingsOf(sheet);
	yield* eachInSteps(job.created, (row) => {
		const given = Object.entries({profile: job.profile, ...readRow(job, row)});
		const values = given.map(([key, value]) => [key, storedValue(key as FieldKey, value, sheet)]);
		const user: User = {...emptyUser, ...Object.fromEntries(values), id: sheet.nextId + added.length};
		const errors = checkUser(user, surroundings).filter(({severity}) => severity === 'error');
		if (errors.length === 0) added.push(user);
		for (const error of errors) {
			const field = storedFields.find(({header}) => header === error.column) ?? storedField('lastName');
			refused.push({...error, key: field.key, who: fullName(user) || 'New user'});
		}
	});
	return {added, refused};
}
