import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it, onTestFinished, vi} from 'vitest';
import type {Effect} from '../../source/app/effect.ts';
import type {Message} from '../../source/app/message.ts';
import {emptyChange} from '../../source/domain/change.ts';
import {isTimeZone} from '../../source/domain/local-time.ts';
import {createEffectRunner} from '../../source/shell/run-effect.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {Store} from '../../source/store/store.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {noScreen} from '../helpers/no-screen.ts';

function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'usersheet-effect-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

async function answersOf(store: Store, effect: Effect): Promise<readonly Message[]> {
	const answers: Message[] = [];
	const run = createEffectRunner({
		store,
		screen: noScreen,
		quit: () => undefined,
	});
	await run(effect, (message) => answers.push(message));
	return answers;
}

it('reads a file with the hash of its bytes', async () => {
	const folder = makeFolder();
	const path = join(folder, 'users.csv');
	const bytes = new TextEncoder().encode('\ufeffLast name,Email address\r\nArcher,a@example.com\r\n');
	writeFileSync(path, bytes);
	const opened = await openStore({directory: folder, readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	expect((await answersOf(opened.store, {type: 'file/read', path, reading: undefined})).at(-1)).toMatchObject(
		{
			type: 'import/file-read',
			hash: createHash('sha256').update(bytes).digest('hex'),
		},
	);
});

it('hands the origin of a change to the store, and the history to the loop with the zone of this machine', async () => {
	const opened = await openStore({directory: makeFolder(), readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	const {store, sheet} = opened;
	const change = {...emptyChange('Create Archer'), added: [makeUser(1, {lastName: 'Archer'})]};
	const origination = {from: 'form'} as const;
	await answersOf(store, {type: 'store/commit', change, base: sheet, prefer: 'mine', origination});
	const [answer] = await answersOf(store, {type: 'store/history'});
	if (answer?.type !== 'history/loaded') throw new Error('No history');
	expect(answer.entries).toMatchObject([
		{revision: 1, origination, label: 'Create Archer', counts: {added: 1}},
	]);
	const [summary] = answer.entries;
	if (summary === undefined) throw new Error('No entry');
	const examine = {type: 'history/examine', summary, sheet} as const;
	expect(await answersOf(store, examine)).toMatchObject([
		{type: 'history/examined', examined: {summary, entry: {change: {added: [{lastName: 'Archer'}]}}}},
	]);
	expect(await answersOf(store, {...examine, summary: {...summary, revision: 7}})).toMatchObject([
		{type: 'history/unreadable', message: expect.stringContaining('Change 7')},
	]);
	expect(isTimeZone(answer.timeZone)).toBe(true);
	const message = 'The store cannot be read.';
	const failing: Store = {
		...store,
		history: async () => ({error: {kind: 'unreadable', file: store.file, message}}),
	};
	expect(await answersOf(failing, {type: 'store/history'})).toEqual([{type: 'history/refused', message}]);
});

it.each([
	['a second has passed, from the last Esc on', 'escape/wait', 'escape/expire', 1000],
	['a minute has passed, from the last key on', 'screen/hide-later', 'screen/hide-secrets', 60_000],
] as const)('tells once that %s', async (_, type, answer, time) => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
	const opened = await openStore({directory: makeFolder(), readOnly: true});
	if ('error' in opened) throw new Error(opened.error.message);
	const answers: Message[] = [];
	const run = createEffectRunner({
		store: opened.store,
		screen: noScreen,
		quit: () => undefined,
	});
	await run({type}, (message) => answers.push(message));
	vi.advanceTimersByTime(time - 100);
	await run({type}, (message) => answers.push(message));
	vi.advanceTimersByTime(time - 1);
	expect(answers).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(answers).toEqual([{type: answer}]);
	expect(vi.getTimerCount()).toBe(0);
});

it('writes over neither the sheet nor the file that its own rows come from', async () => {
	const folder = makeFolder();
	const opened = await openStore({directory: folder, readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	const {store, sheet} = opened;
	await store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet);
	const input = join(folder, 'in.csv');
	writeFileSync(input, 'Last name,Email address\nArcher,a@example.com\n');
	const answers: Message[] = [];
	const run = createEffectRunner({store, screen: noScreen, quit: () => undefined});
	const dispatch = (message: Message): void => void answers.push(message);
	await run({type: 'file/read', path: input, reading: undefined}, dispatch);
	const read = answers.find((message) => message.type === 'import/file-read');
	if (read?.type !== 'import/file-read') throw new Error('not read');
	const rejects = {kind: 'rejects', table: read.table, rejected: [], hash: read.hash} as const;
	const users = {kind: 'export', users: sheet.users, profiles: sheet.profiles} as const;
	for (const [path, content, reason] of [
		[input, rejects, 'failed'],
		[store.file, rejects, 'failed'],
		[store.file, users, 'failed'],
		[input, users, undefined],
	] as const) {
		await run({type: 'file/write', path, content, replace: true}, dispatch);
		expect(answers.at(-1)).toMatchObject(
			reason === undefined ? {type: 'export/written'} : {type: 'export/failed', reason},
		);
	}
	expect('error' in store.read()).toBe(false);
});
