import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {type PasteJob, planPaste} from '../../../source/domain/cells/plan-paste.ts';
import type {FieldKey} from '../../../source/domain/field.ts';
import {emptySheet, type Sheet} from '../../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../../source/domain/user.ts';
import {finishWork} from '../../../source/domain/work.ts';

function makeUsers(count: number, more: (id: number) => Partial<User> = () => ({})): Sheet {
	const users = Array.from({length: count}, (_, place) => {
		const id = place + 1;
		const own = {lastName: `Last${id}`, email: `u${id}@example.com`, directoryNumber: `30${id}`};
		return {...emptyUser, profile: 'Default', ...own, id, ...more(id)};
	});
	return {...emptySheet, users, nextId: count + 1};
}

function makeJob(job: Partial<PasteJob> & Pick<PasteJob, 'ids' | 'columns' | 'rows'>): PasteJob {
	const width = Math.max(
		...job.rows.map((row) => row.length),
		...(job.created ?? []).map((row) => row.length),
	);
	return {verb: 'Paste', width, created: [], profile: 'Default', cut: undefined, ...job};
}

function plan(sheet: Sheet, job: Parameters<typeof makeJob>[0]) {
	const made = finishWork(planPaste(makeJob(job), sheet));
	const after = applyChange(sheet, made.change);
	const values = (key: FieldKey) => after.users.map((user) => user[key]);
	return {...made, values};
}

describe('shapes', () => {
	const three = [['1'], ['2'], ['3']];
	it.each<[string, number[], FieldKey[], (string | undefined)[][], string[], string[]]>([
		['one value into all', [1, 2, 3], ['firstName'], [['A']], ['A', 'A', 'A'], ['301', '302', '303']],
		['a column', [1, 2, 3], ['directoryNumber'], three, ['', '', ''], ['1', '2', '3']],
		[
			'a column again and again',
			[1, 2, 3, 4],
			['firstName'],
			[['A'], ['B']],
			['A', 'B', 'A', 'B'],
			['301', '302', '303', '304'],
		],
		[
			'a row into each',
			[1, 3],
			['firstName', 'directoryNumber'],
			[['A', '9']],
			['A', '', 'A'],
			['9', '302', '9'],
		],
		[
			'a value into two columns',
			[2],
			['firstName', 'directoryNumber'],
			[['77']],
			['', '77', ''],
			['301', '77', '303'],
		],
		[
			'a block',
			[1, 2],
			['firstName', 'directoryNumber'],
			[
				['A', '8'],
				['B', '9'],
			],
			['A', 'B', ''],
			['8', '9', '303'],
		],
		[
			'a ragged block',
			[1, 2],
			['firstName', 'directoryNumber'],
			[['A', '8'], ['B']],
			['A', 'B', ''],
			['8', '302', '303'],
		],
		['a hole', [1], ['firstName', 'directoryNumber'], [[undefined, '8']], ['', '', ''], ['8', '302', '303']],
		[
			'in the order of the rows',
			[3, 1],
			['firstName'],
			[['A'], ['B']],
			['B', '', 'A'],
			['301', '302', '303'],
		],
	])('%s', (_, ids, columns, rows, first, numbers) => {
		const {values, readOnly, refused} = plan(makeUsers(first.length), {ids, columns, rows});
		expect({first: values('firstName'), numbers: values('directoryNumber'), readOnly, refused}).toEqual({
			first,
			numbers,
			readOnly: 0,
			refused: [],
		});
	});
});

describe('what is left alone', () => {
	it('counts cells of synchronised users and of columns that take no value', () => {
		const sheet = makeUsers(3, (id) => (id === 2 ? {origin: 'mbg'} : {}));
		const made = plan(sheet, {
			ids: [1, 2, 3],
			columns: [undefined, 'firstName', 'deploymentPin'],
			rows: [['9', 'A', '739154']],
		});
		expect(made.readOnly).toBe(3 + 1);
		expect(made.values('firstName')).toEqual(['A', '', 'A']);
		expect(made.values('deploymentPin')).toEqual(['739154', '739154', '739154']);
	});

	it('names wrong values, and writes the others', () => {
		const made = plan(makeUsers(3), {
			ids: [1, 2, 3],
			columns: ['email'],
			rows: [['ann@'], ['b@example.com'], ['']],
		});
		expect(made.refused.map(({key, code, who}) => [key, code, who])).toEqual([
			['email', expect.any(String), 'Last1'],
			['email', 'required', 'Last3'],
		]);
		expect(made.values('email')).toEqual(['u1@example.com', 'b@example.com', 'u3@example.com']);
	});

	it('takes a profile by its name, in any case', () => {
		const made = plan(makeUsers(2), {ids: [1, 2], columns: ['profile'], rows: [[' dEFAULT '], ['None']]});
		expect(made.refused.map(({code}) => code)).toEqual(['unknown-profile']);
		expect(made.change.updated).toEqual([]);
	});

	it('says of equal numbers', () => {
		const made = plan(makeUsers(3), {ids: [1, 2], columns: ['directoryNumber'], rows: [['303'], ['9']]});
		expect(made.said).toMatchObject([{id: '1', value: '303'}]);
	});
});

describe('new users', () => {
	const columns: FieldKey[] = ['lastName', 'email', 'deploymentPin'];
	it('are made of rows, and judged as in the form', () => {
		const sheet = makeUsers(1);
		const created = [
			['New', 'new@example.com', '739154'],
			['', 'x@example.com', ''],
			['Three', 'three@example.com', '12'],
		];
		const made = plan(sheet, {ids: [1], columns, rows: [['One', 'one@example.com', '582913']], created});
		expect(made.change.added).toMatchObject([{id: 2, lastName: 'New', profile: 'Default', origin: 'manual'}]);
		expect(made.refused.map(({key}) => key)).toEqual(['lastName', 'deploymentPin']);
		expect(made.change.label).toBe('Paste 3 values into 3 columns and 1 new user');
		expect(JSON.stringify([made.refused, made.change.label])).not.toMatch(/739154|582913/);
	});

	it('come into an empty sheet, and are compared with one another', () => {
		const created = [
			['A', 'a@example.com'],
			['B', 'a@example.com'],
		];
		const made = plan(emptySheet, {ids: [], columns: ['lastName', 'email'], rows: created, created});
		expect(made.change).toMatchObject({label: 'Paste 2 new users', added: [{id: 1}, {id: 2}]});
		expect(made.said.length).toBe(2);
	});
});

it('moves what was cut: its cells are emptied, but those that are pasted into', () => {
	const sheet = makeUsers(4, (id) => ({firstName: `F${id}`}));
	const made = plan(sheet, {
		ids: [2, 3],
		columns: ['firstName'],
		rows: [['F1'], ['F2']],
		cut: {ids: [1, 2], keys: ['firstName']},
	});
	expect(made.values('firstName')).toEqual(['', 'F1', 'F2', 'F4']);
	expect(made.change.label).toBe('Move 2 values into First name');
});

it('names the change by its values and column, never by what is in it', () => {
	const rows = Array.from({length: 30}, (_, place) => [String(739_154 + place * 7)]);
	const ids = rows.map((_, place) => place + 1);
	const {change} = plan(makeUsers(30), {ids, columns: ['deploymentPin'], rows});
	expect(change.label).toBe('Paste 30 values into Deployment PIN');
	expect(change.updated.length).toBe(30);
});
