import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {keyLabel} from '../../source/app/key.ts';
import {type AppDriver, makeFolder, openApp} from '../helpers/app-driver.tsx';
import {demoSheet} from '../helpers/demo-sheet.ts';
import {goTo, goToField} from '../helpers/go-to.ts';
import {bytesOf} from '../helpers/key-bytes.ts';

/** The tour of the README, step by step: each as one line of text. */
function readTour(): readonly string[] {
	const readme = readFileSync('README.md', 'utf8');
	const [, tour = ''] = /## Five minutes\n(.*?)\n## /su.exec(readme) ?? [];
	return tour
		.split(/^\d+\. /mu)
		.slice(1)
		.map((step) => step.replaceAll(/\s+/gu, ' '));
}

/** What a step names: keys and texts in code spans, and what is to be seen in italics. */
function namedIn(step: string): readonly string[] {
	return [...step.matchAll(/`([^`]+)`|(?<!\*)\*([^*]+)\*(?!\*)/gu)].map(
		([, code, seen]) => code ?? seen ?? '',
	);
}

/** Plays one step, and keeps what it pressed, typed and saw. */
class Step {
	readonly done = new Set<string>();
	readonly #app: AppDriver;

	constructor(app: AppDriver) {
		this.#app = app;
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) this.done.add(keyLabel(key));
		for (const key of keys) await this.#app.type(bytesOf(key));
	}

	async type(text: string): Promise<void> {
		this.done.add(text);
		await this.#app.type(text);
	}

	/** A command by its name behind `:`. */
	async run(name: string): Promise<void> {
		this.done.add(name);
		await this.#app.type(`${name}\r`);
	}

	/** Waits for each text to be on the screen: what Esc does comes a moment later, as it may be the start of another key. */
	async see(...texts: readonly string[]): Promise<void> {
		for (const text of texts) {
			await this.#app.waitForScreen((rows) => rows.join(' ').replaceAll(/\s+/gu, ' ').includes(text));
			this.done.add(text);
		}
	}
}

it('does, key by key, what the README says', async () => {
	const folder = makeFolder();
	const app = await openApp({sheet: await demoSheet(), isDemo: true, columns: 100});
	/** Writes into a folder of this test instead of the one that is offered. */
	const writeInstead = async (name: string) => {
		await app.press('ctrl+u');
		await app.type(path.join(folder, name));
	};
	const lastName = async (id: number) => (await app.stored()).users.find((user) => user.id === id)?.lastName;

	const play: readonly ((step: Step) => Promise<void>)[] = [
		async (step) => {
			await app.press(goTo('lastName'));
			await step.press('f2');
			await app.type('-Fox');
			await step.press('enter');
			expect(await lastName(1)).toBe('Archer-Fox');
			await step.see('Row 2 of 25', 'All saved');
			await app.type('Bishop');
			await step.press('down');
			expect(await lastName(2)).toBe('Bishop');
			await app.press(goTo('email'));
			await step.type('x');
			await step.press('enter');
			await step.see('Not an e-mail address');
			await step.press('escape');
			await step.see('carla.costa@example.com');
			await step.press('ctrl+z');
			expect(await lastName(2)).toBe('Baker');
			await step.press('ctrl+y');
			expect(await lastName(2)).toBe('Bishop');
		},
		async (step) => {
			await step.press('f5');
			await step.type('samples/r');
			await step.press('tab');
			await step.see('File: samples/rejects.csv');
			await step.press('enter');
			await step.see(
				'25 rows: 6 to create, 0 to update, 0 unchanged, 19 rejected',
				'> Allow overwrite import',
			);
			await step.press('down', 'down');
			await step.see('>!Allow partial import no', 'Allow partial import');
			await step.press('space');
			await step.see('> Allow partial import yes');
			await step.press('enter');
			await step.see('Line Who Column Value Why', '[Rejected 19]', '3 Xavier Last name Required');
			await step.see('Line 3, Xavier, Last name: Required.');
			await step.press('space');
			await step.see('1 marked');
			await step.press('tab');
			await step.see('[Create 6]', 'Line Who');
			await step.press('P');
			await step.see('> All', '2 Not an e-mail address');
			await step.press('escape');
			await step.press('enter');
			await step.see('The file has 1 possible duplicate.', '> skip');
			await step.press('enter');
			await step.see('Rejected 19 [Create 5] Update 0 Look at 6 Left out 1');
			await step.press('enter');
			await step.see('Import 5 rows: 5 created, 0 updated?');
			await step.press('Y');
			await step.see('Imported and saved.');
			await step.press('W');
			await step.see('Write 19 rejected rows to a file', 'File: samples/rejects-rejects.csv');
			await writeInstead('rejects-rejects.csv');
			await step.press('enter');
			expect(readFileSync(path.join(folder, 'rejects-rejects.csv'), 'utf8')).toContain('Line,Errors');
			await step.press('enter');
			await step.see('5 users of the import are shown and marked.', '5 marked');
			await step.press('escape');
			await step.see('of 30 ');
			await step.press('escape');
			await step.press('ctrl+z');
			await step.see('of 25 ');
			await app.press('ctrl+y');
			await step.see('of 30 ');
		},
		async (step) => {
			await step.press('f4');
			await step.see('> First name', 'Given name, as the client should show it.');
			await app.press(goToField('lastName'));
			await app.type('Vogel');
			await app.press(goToField('email'));
			await step.see('Required. Download links and credentials are sent to it');
			await app.type('vera@example.com');
			await step.press('ctrl+g');
			await step.see('Deployment PIN ••••••');
			await step.press('ctrl+r');
			expect(app.text()).toMatch(/Deployment PIN \d{6} /);
			await step.press('ctrl+n');
			await step.see('New user');
			await app.press(goToField('lastName'));
			await app.type('Wolf');
			await app.press(goToField('email'));
			await app.type('wolf@example.com');
			await step.press('ctrl+s');
			await step.see('Created Wolf, ID 32.', 'of 32 ');
			await app.press('ctrl+r', goTo('id'));
			await step.press('enter');
			await step.see('wolf@example.com', 'ID 32');
			await app.press('form.cancel');
			await app.resize(110, 24);
			await step.run(':panel');
			await step.see('│ Wolf, ID 32');
			await app.resize(100, 24);
		},
		async (step) => {
			await app.press('ctrl+home', goTo('lastName'));
			await step.press('space');
			await step.see('1 marked');
			await step.press('ctrl+a');
			await step.see('32 marked');
			await app.press('escape');
			await step.press('shift+down');
			await step.see('2 users × 1 column');
			await step.press('ctrl+d');
			await step.see('Ctrl+Z takes it back');
			expect(await lastName(2)).toBe('Archer-Fox');
			await step.press('ctrl+z');
			expect(await lastName(2)).toBe('Bishop');
			await app.press('table.range', 'table.down');
			await step.press('f3');
			await app.type('Smith');
			await app.press('enter');
			await step.see('Fill Last name of 2 users of the range with "Smith"?');
			await app.press('confirm.yes');
			expect([await lastName(2), await lastName(3)]).toEqual(['Smith', 'Smith']);
			await step.run(':profile');
			await step.see('Profile of 2 users of the range', 'Branch Berlin');
			await app.press('choice.cancel');
			await step.press('ctrl+f');
			await app.type('Smith');
			await app.press('tab');
			await app.type('Jones');
			await app.press('enter');
			await step.see('2 Ben Smith Smith → Jones');
			await app.press('replace.write');
			expect([await lastName(2), await lastName(3)]).toEqual(['Jones', 'Jones']);
			await app.press('escape', goTo('directoryNumber'), 'shift+up');
			await step.press('delete');
			await step.see('Clear Directory Number of 2 users of the range?');
			await app.press('confirm.no', 'escape');
			await step.press('ctrl+k');
			await step.see('Delete Ben Jones (ID 2)?');
			await app.press('confirm.no', goTo('lastName'), 'shift+down');
			await step.press('ctrl+c');
			await step.see('Copied 2 users × 1 column.');
			await step.press('ctrl+x');
			await app.press('table.clear', goTo('firstName'));
			await step.press('ctrl+v');
			await step.see('Paste 2 rows × 1 column into First name of 2 users?');
			await app.press('confirm.no');
			await app.paste('Anna\r\nBenno\r\n');
			await step.see('Paste 2 rows × 1 column into First name of 2 users?');
			await app.press('confirm.no', 'table.clear');
		},
		async (step) => {
			await step.press('/');
			await app.type('baker');
			await step.press('enter', 'ctrl+a');
			await step.see('/baker', '2 marked');
			await step.press('f6');
			await step.see('This PIN for all of them');
			await app.type('0427');
			await app.press('pin.ask');
			await step.see('Give 2 marked users the PIN that was typed?', '2 of them have a PIN already');
			await app.press('confirm.no');
			await step.press('down', 'enter');
			await step.see('Give 2 marked users the same generated PIN?');
			await step.press('Y');
			await step.see('Set the PIN of 2 users: done.', 'Show the 2 PINs now');
			await step.press('N');
		},
		async (step) => {
			await step.press('escape');
			await step.see('2 marked', 'of 32 ');
			await app.press('escape');
			await step.press('ctrl+e');
			await step.see('Export all 32 users', 'File: users.csv', 'users.csv');
			await writeInstead('users.csv');
			await step.press('enter', 'f5');
			await app.type(path.join(folder, 'users.csv'));
			await app.press('import.read');
			await step.press('O');
			await step.see('Allow overwrite import yes', '32 unchanged', 'Allow overwrite import');
			await app.press('import.preview', 'import.commit');
			await step.see('There is nothing to import.');
			await app.press('escape', 'escape', 'ctrl+u');
			await step.type('samples/overwrite.csv');
			await app.press('import.read');
			await step.see('8 values: keep or clear? MBG SIP user name 8');
			await app.press('import.preview', 'import.next-tab', 'import.next-tab');
			await step.see('Archer-Fox → Archer', '2005 → 2105');
			await app.press('escape', 'escape', 'escape');
		},
		async (step) => {
			await step.press('f9');
			await step.see('When Who From What Users', 'Set the PIN of 2 users', 'Import rejects.csv: 5 created');
			await step.press('enter');
			await step.see('Name Field Before After');
			await step.press('U');
			await step.see('Nothing of it was changed since.');
			await app.press('confirm.yes', 'escape');
		},
		async (step) => {
			await step.see('5 hidden,');
			await step.press('ctrl+w');
			await step.see('Voicemail number empty in all rows', 'PBX', 'Everything');
			await app.type('PBX');
			await app.press('enter');
			await step.see('PBX host PBX user PBX password');
			await app.press('columns.choose');
			await app.type('Everything');
			await app.press('enter', goTo('directoryNumber'));
			await step.press('alt+shift+right');
			// The address may have moved out of the screen to the left.
			await app.waitForScreen(/Last +(?:Email address +)?Number +PIN/u);
			await step.press('ctrl+o');
			await step.see('by Directory Number', 'Number ^');
			const width = () => /Number +\^/u.exec(app.screen())?.[0].length ?? 0;
			const before = width();
			await step.press('alt+right');
			expect(width()).toBeGreaterThan(before);
			await step.run(':width 30');
			expect(width()).toBe(30);
			await step.run(':freeze');
			await app.waitForScreen(/Last +Number +\^ Email address/u);
			await step.run(':hide');
			await step.see('Directory Number is hidden.');
			await app.press('columns.choose');
			await app.type('As they');
			await app.press('enter');
		},
		async (step) => {
			await step.press('f7');
			await step.see('>! 27', '!', 'First name "Nina␍␊Maria":');
			await step.press('shift+f7');
			await step.see('>! 29', 'Directory Number "1#025":');
			await step.run(':problems');
			await step.see('0 errors and 4 warnings of 2 users', '> 1× Invisible characters 27');
			await step.press('F');
			await step.see('Fixed First name of', '> 1× Unusual characters');
			await step.press('F');
			await step.see('The right value is not known.');
			await step.press('E');
			await step.see('The right value of none of them is known');
			await step.press('enter');
			await step.see('>! 27');
		},
	];

	const tour = readTour();
	expect(tour).toHaveLength(play.length);
	for (const [index, text] of tour.entries()) {
		const step = new Step(app);
		await play[index]?.(step);
		expect(namedIn(text).filter((name) => !step.done.has(name))).toEqual([]);
	}
}, 60_000);
