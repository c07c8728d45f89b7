import fc from 'fast-check';
import {expect} from 'vitest';
import {topScreen} from '../../../source/app/model.ts';
import {cellKeys, emptyChange, updateOf} from '../../../source/domain/change.ts';
import {findUser} from '../../../source/domain/sheet.ts';
import type {User} from '../../../source/domain/user.ts';
import {importOrigin} from '../../helpers/import-origin.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {nameOf} from './described.ts';
import {Disk, OneSheet} from './two-sheets.ts';

/** Few cells, so that both often change the same one. */
const keys = ['firstName', 'mbgSipUser'] as const;
const cell = fc.record({row: fc.nat(1), key: fc.constantFrom(...keys), value: fc.nat(4)});
const who = fc.nat(1);

const does = <What extends string>(...what: readonly What[]) =>
	fc.record({who, do: fc.constantFrom(...what)});

/** What can happen on one of two sheets, in any order. */
const arbitraryStep = fc.oneof(
	{
		weight: 10,
		arbitrary: fc.record({who, do: fc.constant('set'), cells: fc.array(cell, {minLength: 1, maxLength: 1})}),
	},
	{
		weight: 6,
		arbitrary: fc.record({
			who,
			do: fc.constantFrom('paste', 'paste', 'paste', 'import', 'bulk'),
			cells: fc.array(cell, {minLength: 1, maxLength: 5, size: 'max'}),
			added: fc.nat(2),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({who, do: fc.constantFrom('mark', 'delete', 'ask-delete', 'type'), row: fc.nat(5)}),
	},
	{weight: 2, arbitrary: does('create', 'retry')},
	{weight: 5, arbitrary: does('undo', 'undo', 'redo')},
	{weight: 4, arbitrary: does('leave')},
	{weight: 16, arbitrary: does('commit', 'deliver')},
	{weight: 4, arbitrary: does('watch', 'fail')},
	{weight: 8, arbitrary: fc.record({who, do: fc.constant('choose'), item: fc.nat(2)})},
);

export const arbitrarySession = fc.array(arbitraryStep, {minLength: 40, maxLength: 80, size: 'max'});

export type Happening = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

/** Two sheets on one store, and a count that gives each new user another name. */
export class World {
	readonly disk = new Disk(makeSheet(3));
	readonly sheets = [new OneSheet(this.disk), new OneSheet(this.disk)] as const;
	private count = 0;

	play(step: Happening): OneSheet {
		const sheet = this.sheets[step.who === 0 ? 0 : 1];
		if (step.do === 'commit' || step.do === 'fail') sheet.commit(step.do === 'fail');
		else if (step.do === 'watch') sheet.watch();
		else if (step.do === 'deliver') sheet.deliver();
		else if ('item' in step && sheet.question !== undefined) choose(sheet, step.item);
		else if ('item' in step || (step.do === 'leave' && sheet.isFree())) serve(sheet);
		else if (sheet.isFree()) this.act(sheet, step);
		else if (step.do === 'leave') sheet.send({type: leaving(sheet)});
		else if (sheet.question === undefined) confirm(sheet);
		return sheet;
	}

	private act(sheet: OneSheet, step: Happening): void {
		const {users, nextId} = sheet.model.sheet;
		const user = 'row' in step ? users[step.row] : undefined;
		if ('cells' in step) {
			const updated = pairsOf(users, step.cells);
			const change = {...emptyChange(step.do), updated};
			const added = Array.from({length: 'added' in step ? step.added : 0}, (_, index) =>
				this.newUser(nextId + index),
			);
			const hash = `file ${this.count++}`;
			if (step.do === 'set' || step.do === 'paste') sheet.make(change, {from: 'cells'});
			else if (step.do === 'bulk') sheet.make(change, {from: 'bulk'});
			else sheet.make({...change, added}, {...importOrigin, source: {...importOrigin.source, hash}});
		} else if (step.do === 'create') {
			sheet.make({...emptyChange('Create'), added: [this.newUser(nextId)]}, {from: 'form'});
		} else if (step.do === 'delete' && user !== undefined) {
			sheet.make({...emptyChange('Delete'), removed: [user]}, {from: 'bulk'});
		} else if (step.do === 'undo' || step.do === 'redo') {
			const before = sheet.model;
			sheet.send({type: step.do === 'undo' ? 'undo/take-back' : 'undo/do-again'});
			sheet.expected.goBack(step.do, sheet.queuedSince(before));
		} else if (step.do === 'retry') {
			sheet.expected.askAgain();
			sheet.send({type: 'store/retry'});
		} else if ('row' in step && user !== undefined) point(sheet, step.do, user);
	}

	private newUser(id: number): User {
		const [user] = makeSheet(1).users;
		if (user === undefined) throw new Error('No user');
		this.count += 1;
		return {...user, id, lastName: `new${this.count}`, email: `new${this.count}@example.com`};
	}
}

/** What is on its way goes a step further. */
function serve(sheet: OneSheet): void {
	if (sheet.inbox.length > 0) sheet.deliver();
	else sheet.commit(false);
}

function pairsOf(
	users: readonly User[],
	cells: readonly {row: number; key: (typeof keys)[number]; value: number}[],
) {
	const pairs = new Map<number, readonly [User, User]>();
	for (const {row, key, value} of cells) {
		const before = users[row];
		if (before === undefined) continue;
		const [, now] = pairs.get(row) ?? [before, before];
		pairs.set(row, [before, {...now, [key]: `${value}`}]);
	}
	return [...pairs.values()]
		.map(([before, after]) => updateOf(before, after))
		.filter((update) => cellKeys(update).length > 0);
}

/** With the cursor on a user: marks, types into the first name, or asks whether to delete. */
function point(sheet: OneSheet, what: string, user: User): void {
	const row = sheet.model.grid.rows.indexOf(user.id);
	sheet.send({type: 'table/move-to', row: 'first'});
	sheet.send({type: 'table/move-cursor', rows: row, columns: 0});
	if (what === 'mark') {
		const name = nameOf(user);
		if (!sheet.marked.delete(name)) sheet.marked.add(name);
		sheet.send({type: 'table/toggle-mark'});
	} else if (what === 'type') sheet.send({type: 'cell/edit', typed: `typed ${user.id}`});
	else if (what === 'ask-delete') {
		sheet.send({type: 'users/ask-delete'});
		const screen = topScreen(sheet.model);
		if (screen?.name !== 'confirm' || screen.confirm.type !== 'users/delete') throw new Error('Not asked');
		sheet.toDelete = screen.confirm.ids.map((id) => nameOf(userWith(sheet, id)));
	}
}

function userWith({model}: OneSheet, id: number): User {
	const user = findUser(model.sheet, id);
	if (user === undefined) throw new Error(`No user ${id}`);
	return user;
}

/** Esc, as what is open understands it. */
function leaving({model}: OneSheet) {
	if (topScreen(model) !== undefined) return 'screen/close';
	return model.grid.editor === undefined ? 'screen/redraw' : 'cell/cancel';
}

/** Enter or yes to what is open. */
function confirm(sheet: OneSheet): void {
	if (topScreen(sheet.model)?.name === 'confirm') accept(sheet);
	else commitCell(sheet);
}

/** Those go who were asked about. */
function accept(sheet: OneSheet): void {
	const before = sheet.model;
	sheet.send({type: 'confirm/accept'});
	const what = sheet.queuedSince(before);
	if (what === undefined) return;
	for (const name of what.removed) expect(sheet.toDelete).toContain(name);
	sheet.expected.make({what, from: 'bulk'});
}

/** Enter in an open cell: it is stored, or there is a question where another person has changed it. */
function commitCell(sheet: OneSheet): void {
	const {editor} = sheet.model.grid;
	if (editor === undefined || topScreen(sheet.model) !== undefined) return;
	const user = findUser(sheet.model.sheet, editor.id);
	const before = sheet.model;
	sheet.send({type: 'cell/commit', rows: 1, columns: 0});
	const what = sheet.queuedSince(before);
	if (what === undefined) return;
	expect(user?.firstName).toBe(editor.before);
	expect(what).toEqual({
		set: {[`${user && nameOf(user)} firstName`]: editor.field.text},
		added: [],
		removed: [],
	});
	sheet.expected.make({what, from: 'cells'});
}

/** One of the answers to a question that has come up. */
function choose(sheet: OneSheet, item: number): void {
	const {model, expected, question} = sheet;
	const screen = topScreen(model);
	if (screen?.name !== 'choice' || question === undefined) return;
	const index = Math.min(item, screen.items.length - 1);
	const message = screen.items[index]?.choose;
	sheet.send({type: 'table/move-cursor', rows: -9, columns: 0});
	sheet.send({type: 'table/move-cursor', rows: index, columns: 0});
	sheet.send({type: 'choice/choose'});
	if (message?.type === 'import/resume') expected.imports.delete(message.origin.source.hash);
	if (message?.type !== 'refused/keep-values') return;
	const isNew = (name: string): boolean => valueAt(model, name) !== question.get(name);
	const what = sheet.queuedSince(model);
	const mine = message.cells.flatMap(({id, key, value}): [string, string][] => {
		const user = findUser(message.seen, id);
		return user === undefined ? [] : [[`${nameOf(user)} ${key}`, value]];
	});
	for (const [name, value] of mine) {
		const of = expected.cells.get(name)?.of ?? {set: {}, added: [], removed: []};
		expected.cells.delete(name);
		if (message.whose === 'mine' && isNew(name)) expected.cells.set(name, {value, of, isAsked: false});
	}
	const now = mine.filter(([name, value]) => !isNew(name) && valueAt(model, name) !== value);
	const set = message.whose === 'mine' ? Object.fromEntries(now) : {};
	expect(what?.set ?? {}).toEqual(set);
	if (what !== undefined) expected.make({what, from: 'cells'});
}

function valueAt({sheet}: OneSheet['model'], cellName: string): string | undefined {
	const user = sheet.users.find((one) => cellName.startsWith(`${nameOf(one)} `));
	return (
		user && keys.map((key) => [`${nameOf(user)} ${key}`, user[key]]).find(([name]) => name === cellName)?.[1]
	);
}
