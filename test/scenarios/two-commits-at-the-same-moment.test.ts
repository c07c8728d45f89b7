import path from 'node:path';
import {expect, it} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import type {UserValues} from '../../source/domain/field.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {Store} from '../../source/store/store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {type AppDriver, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {userOf} from '../helpers/slow-store.ts';

/** Somebody at another terminal, whose next commit is done just before one of ours is. */
class Rival {
	#next: {readonly id: number; readonly values: Partial<UserValues>} | undefined;

	/** What slips in before our next commit. */
	prepare(id: number, values: Partial<UserValues>): void {
		this.#next = {id, values};
	}

	readonly wrapStore = (store: Store): Store => ({
		...store,
		commit: async (change, base, options) => {
			await this.#slipIn(path.dirname(store.file));
			return store.commit(change, base, options);
		},
	});

	async #slipIn(directory: string): Promise<void> {
		if (this.#next === undefined) return;
		const {id, values} = this.#next;
		this.#next = undefined;
		const opened = await openStore({directory, readOnly: false});
		if (isStoreError(opened)) throw new Error(opened.error.message);
		const user = userOf(opened.sheet, id);
		const change = updateChange('by another', user, {...user, ...values});
		const done = await opened.store.commit(change, opened.sheet);
		if (isStoreError(done)) throw new Error(done.error.message);
		await opened.store.close();
	}
}

async function open(users: number): Promise<{readonly app: AppDriver; readonly rival: Rival}> {
	const rival = new Rival();
	return {app: await openApp({users, wrapStore: rival.wrapStore}), rival};
}

it('asks whose value stands when both changed a cell at the same moment, and stores the chosen one', async () => {
	const {app, rival} = await open(2);
	rival.prepare(1, {firstName: 'Theirs', lastName: 'Seen'});
	await app.type('Mine');
	await app.press('cell.commit-down');
	await app.waitForScreen('First name of Theirs Seen: changed by another person');
	expect(app.text()).toMatch(/Yours: Mine not saved yet Theirs: Theirs \S+, \d{4}-\d\d-\d\d \d\d:\d\d/);
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
	await app.press('table.down', 'choice.choose');
	expect(userOf(await app.stored(), 1)).toMatchObject({firstName: 'Mine', lastName: 'Seen'});
	expect(app.screen()).toContain('All saved');
	await app.press('change.undo');
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
});

it('leaves the question open on Esc, says that one is not saved, and asks again', async () => {
	const {app, rival} = await open(2);
	rival.prepare(1, {firstName: ''});
	await app.press('cell.clear');
	expect(app.screen()).toContain('All saved');
	rival.prepare(1, {firstName: 'Theirs'});
	await app.type('Mine');
	await app.press('cell.commit-down');
	await app.waitForScreen('Yours: Mine');
	await app.press('choice.cancel');
	expect(app.screen()).toContain('! 1 not saved. Ctrl+S asks again.');
	await app.press('ctrl+s', 'table.down', 'table.down', 'choice.choose');
	expect(app.screen()).toContain('All saved');
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
});

it('shows an import again, with its rows checked anew, when somebody else changed the same at that moment', async () => {
	const {app, rival} = await open(3);
	const folder = makeFiles({'edited.csv': 'ID,Voicemail number\n1,91\n2,92\n'});
	await app.press('import.open');
	await app.type(path.join(folder, 'edited.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press('import.preview', 'import.commit');
	rival.prepare(2, {voicemailNumber: '77'});
	await app.press('confirm.yes');
	await app.waitForScreen(/77 → 92/);
	expect(app.text()).toMatch(
		/Another person changed Voicemail number of .* at the same time\. Nothing was imported/,
	);
	expect((await app.stored()).users.map((user) => user.voicemailNumber).slice(0, 2)).not.toContain('91');
	await app.press('import.commit', 'confirm.yes');
	expect(app.screen()).toContain('Imported and saved.');
	expect((await app.stored()).users.map((user) => user.voicemailNumber).slice(0, 2)).toEqual(['91', '92']);
});
