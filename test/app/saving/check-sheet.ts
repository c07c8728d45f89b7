import {expect} from 'vitest';
import {type Model, topScreen} from '../../../source/app/model.ts';
import type {PendingChange} from '../../../source/app/saving/queue/queue.ts';
import {cellKeys, isSameUser} from '../../../source/domain/change.ts';
import type {User} from '../../../source/domain/user.ts';
import {describeChange, nameOf} from './described.ts';
import type {OneSheet} from './two-sheets.ts';

/** What must be true of a sheet whenever nothing is going on in it. */
export function checkSheet(sheet: OneSheet): void {
	const {model, expected, marked} = sheet;
	expected.forgetDecided(model.sheet);
	checkQuestion(sheet);
	expectSame(
		{
			pending: model.pending.map(({change}) => describeChange(change)),
			undo: model.undo.map(describeChange),
			redo: model.redo.map(describeChange),
			refused: refusedOf(model),
			users: model.sheet.users,
			rows: model.grid.rows.toSorted((a, b) => a - b),
		},
		{
			pending: expected.pending.map(({what}) => what),
			undo: expected.undo,
			redo: expected.redo,
			refused: {
				cells: [...expected.cells].map(([cell, {value}]) => [cell, value]).sort(),
				imports: [...expected.imports.keys()].sort(),
			},
			users: showNaively(model),
			rows: model.sheet.users.map(({id}) => id),
		},
	);
	checkNames(model);
	const names = new Set(model.sheet.users.map(nameOf));
	for (const name of marked) if (!names.has(name)) marked.delete(name);
	expectSame(
		model.sheet.users
			.filter(({id}) => model.grid.marks.has(id))
			.map(nameOf)
			.sort(),
		[...marked].sort(),
	);
	expect(model.save.state === 'saved').toBe(model.pending.length === 0);
}

/** The same as `toEqual`, which takes ten times as long. */
function expectSame(found: unknown, wanted: unknown): void {
	if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

function refusedOf({refused, sheet}: Model) {
	const nameOfId = new Map(sheet.users.map((user) => [user.id, nameOf(user)]));
	return {
		cells: refused
			.flatMap((one) => (one.from === 'cells' ? [[`${nameOfId.get(one.id)} ${one.key}`, one.value]] : []))
			.sort(),
		imports: refused.flatMap((one) => (one.from === 'import' ? [one.source.hash] : [])).sort(),
	};
}

/** What is stored, with what waits put on it one by one: every value by itself. */
function showNaively({stored, pending}: Model): readonly User[] {
	const users = new Map(stored.users.map((user) => [user.id, user]));
	for (const entry of pending) putOn(users, entry);
	return [...users.values()].sort((a, b) => a.id - b.id);
}

function putOn(users: Map<number, User>, {change, origin}: PendingChange): void {
	const isShy = origin.from === 'undo';
	for (const update of change.updated)
		for (const key of cellKeys(update)) {
			const {before, after} = update.cells[key] ?? {};
			const user = users.get(update.id);
			if (user === undefined || (isShy && user[key] !== before)) continue;
			users.set(user.id, {...user, [key]: after});
		}
	for (const user of change.removed) {
		const now = users.get(user.id);
		if (now !== undefined && !(isShy && !isSameUser(user, now))) users.delete(user.id);
	}
	for (const user of change.added) {
		expect(users.get(user.id)).toBeUndefined();
		users.set(user.id, user);
	}
}

/** Whoever a change names by ID is that user on the screen, too. */
function checkNames({sheet, pending, undo, redo}: Model): void {
	const nameOfId = new Map(sheet.users.map((user) => [user.id, nameOf(user)]));
	for (const {added, updated, removed} of [...pending.map(({change}) => change), ...undo, ...redo])
		for (const user of [...added, ...updated, ...removed])
			if ((nameOfId.get(user.id) ?? nameOf(user)) !== nameOf(user))
				expect(nameOfId.get(user.id)).toBe(nameOf(user));
}

/** What is refused is asked about as soon as that disturbs nothing, and once. */
function checkQuestion(sheet: OneSheet): void {
	const {model, expected} = sheet;
	const screen = topScreen(model);
	const [item] = screen?.name === 'choice' ? screen.items : [];
	const isOpen = sheet.question !== undefined;
	sheet.question = undefined;
	if (item?.choose.type === 'import/resume') {
		const one = expected.imports.get(item.choose.origin.source.hash);
		if (!isOpen) expect(one?.isAsked).toBe(false);
		if (one !== undefined) one.isAsked = true;
		sheet.question = new Map();
	} else if (item?.choose.type === 'refused/keep-values') {
		const cells = item.choose.cells.map(({id, key}) => {
			const user =
				item.choose.type === 'refused/keep-values'
					? item.choose.seen.users.find((one) => one.id === id)
					: undefined;
			return [user === undefined ? '' : `${nameOf(user)} ${key}`, user?.[key]] as const;
		});
		if (!isOpen && model.grid.editor === undefined) {
			const unasked = [...expected.cells].filter(([, {isAsked}]) => !isAsked).map(([cell]) => cell);
			expect(cells.map(([cell]) => cell).sort()).toEqual(unasked.sort());
		}
		for (const [cell] of cells) {
			const one = expected.cells.get(cell);
			if (one !== undefined && model.grid.editor === undefined) one.isAsked = true;
		}
		sheet.question = new Map(cells);
	}
	if (sheet.isFree()) {
		expect(
			[...expected.cells.values(), ...expected.imports.values()].filter(({isAsked}) => !isAsked),
		).toEqual([]);
	}
}
