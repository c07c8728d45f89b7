import {appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {snapshot} from '../store/store-folder.ts';
import {makeStore} from './run-cli.ts';

/** Three users, one with a PIN, and a backup of the first two. */
async function makeUsed() {
	const store = makeStore();
	const {run} = store;
	const add = (name: string) => run(`add --last-name ${name} --email ${name}@example.com`);
	await add('Archer');
	await add('Baker');
	await run('set-pin --pin 4711 --id 1');
	await run('backup');
	await add('Cook');
	const directory = join(store.folder, 'store');
	return {
		...store,
		directory,
		journal: join(directory, 'journal.jsonl'),
		file: join(directory, 'users.json'),
	};
}

/** One line in the middle of the journal that is not as it was written. */
async function makeDamaged() {
	const used = await makeUsed();
	writeFileSync(used.journal, readFileSync(used.journal, 'utf8').replace('Baker', 'Balker'));
	return used;
}

describe('doctor', () => {
	it('says of a sound store what it consists of', async () => {
		const {run, file, journal, directory} = await makeUsed();
		const before = snapshot(directory);
		const {code, out, err} = await run('doctor');
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toContain(`The store at ${file}:\n`);
		expect(out).toMatch(new RegExp(`^journal +[\\d,]+ +600 +${journal}$`, 'm'));
		expect(out).toMatch(/^dated copy +[\d,]+ +600 +\S+users-[\d-]+\.json$/m);
		expect(out).toMatch(/The journal has 4 changes since: revisions 1 to 4\./);
		expect(out).toContain('Together they make 3 users as of revision 4.\n');
		expect(out).toContain('All is well.\n');
		expect(out).not.toMatch(/Archer|4711/);
		expect(snapshot(directory)).toEqual(before);
	});

	it('gives JSON without a value of the sheet', async () => {
		const {run, file} = await makeUsed();
		const {code, out} = await run('doctor --json');
		expect(code).toBe(0);
		expect(out).not.toMatch(/Archer|4711/);
		expect(JSON.parse(out)).toMatchObject({
			store: file,
			sound: true,
			users: 3,
			revision: 4,
			journal: {entries: 4, revisions: [1, 4], torn: false, bad: [], lost: 0},
			history: null,
			problems: [],
		});
	});

	it('says where there is no store yet', async () => {
		const {run, folder} = makeStore();
		expect(await run('doctor')).toEqual({
			code: 0,
			out: `There is no store at ${join(folder, 'store', 'users.json')} yet: the first change makes it.\n`,
			err: '',
		});
		expect(JSON.parse((await run('doctor --json')).out)).toMatchObject({sound: true, users: null});
		expect(existsSync(join(folder, 'store'))).toBe(false);
		mkdirSync(join(folder, 'store'));
		writeFileSync(join(folder, 'store', 'draft-ann.json'), '{}', {mode: 0o600});
		expect(await run('doctor')).toMatchObject({code: 0, out: expect.stringContaining('no store')});
	});

	it('tells of what is harmless, and has exit code 0', async () => {
		const {run, file, journal, directory} = await makeUsed();
		appendFileSync(journal, '12345678 90 {"rev');
		writeFileSync(join(directory, 'users.json.next.tmp-1'), '');
		writeFileSync(join(directory, 'draft-ann.json'), '{}', {mode: 0o600});
		chmodSync(file, 0o644);
		const {code, out} = await run('doctor');
		expect(code).toBe(0);
		expect(out).toContain('3 remarks:\n');
		expect(out).toMatch(/^draft +2 +600 +\S+draft-ann\.json$/m);
		expect(out).toContain('All that was saved can be read, and the store can be used.\n"chmod 600 FILE"');
		expect(JSON.parse((await run('doctor --json')).out)).toMatchObject({sound: true, journal: {torn: true}});
	});

	it('names file and line of what is damaged, says what to do, and has exit code 4', async () => {
		const {run, journal, directory} = await makeDamaged();
		expect(await run('list')).toMatchObject({code: 4});
		const before = snapshot(directory);
		const {code, out} = await run('doctor');
		expect(code).toBe(4);
		expect(out).toContain(`- ${journal}: line 3 does not match its checksum.\n`);
		expect(out).toContain(
			'"usersheet doctor --salvage DIR" writes 1 user as of revision 1 into the new folder DIR.',
		);
		expect(out).toContain('"usersheet --store DIR restore FILE"');
		expect(out).not.toMatch(/Archer|4711/);
		const json = await run('doctor --json');
		expect(json.code).toBe(4);
		expect(JSON.parse(json.out)).toMatchObject({sound: false, journal: {bad: [{line: 3}]}});
		expect(snapshot(directory)).toEqual(before);
	});

	it('knows a damaged sheet, a missing one, and a newer one', async () => {
		const {run, file} = await makeUsed();
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.slice(0, 10));
		const damaged = await run('doctor');
		expect(damaged.code).toBe(4);
		expect(damaged.out).toContain('writes the newest dated copy that can be read, with');
		writeFileSync(file, text.replace(/"version":\s*\d+/, '"version": 99'));
		const newer = await run('doctor');
		expect(newer.code).toBe(4);
		expect(newer.out).toContain('Nothing is lost: install the newer usersheet that wrote it.');
		rmSync(file);
		expect(await run('doctor')).toMatchObject({code: 4, out: expect.stringContaining('it does not exist')});
	});

	it('tells what an emptied journal and a missing one mean, as every command does', async () => {
		const {run, journal} = await makeUsed();
		for (const damage of [() => writeFileSync(journal, ''), () => rmSync(journal)]) {
			damage();
			for (const command of ['list', 'export', 'add --last-name Dow --email dow@example.com']) {
				const {code, out, err} = await run(command);
				expect({code, out}).toEqual({code: 4, out: ''});
				expect(err).toContain(journal);
				expect(err).toContain('doctor --salvage DIR');
			}
			const {code, out} = await run('doctor');
			expect(code).toBe(4);
			expect(out).toMatch(/journal\.jsonl is (damaged: it is empty|missing: )/);
			expect(out).toContain('doctor --salvage DIR');
		}
	});

	it('is not needed for the end of a change that a crash has cut off: every command tells it once', async () => {
		const {run, folder, journal} = await makeUsed();
		const file = join(folder, 'users.csv');
		writeFileSync(file, 'Last name,Email address\r\nDow,dow@example.com\r\n');
		appendFileSync(journal, '12345678 90 {"rev');
		const told = new RegExp(`^${journal} ended with part of a change .*\n$`);
		expect(await run('list')).toMatchObject({code: 0, err: expect.stringMatching(told)});
		expect(await run(['import', file])).toMatchObject({code: 0, err: expect.stringMatching(told)});
		expect(await run('list')).toMatchObject({code: 0, err: ''});
	});

	it('says that the sheet is whole where only the history is damaged', async () => {
		const {run, directory} = await makeUsed();
		writeFileSync(join(directory, 'history.jsonl'), 'no checked line\nneither\n');
		const {code, out} = await run('doctor');
		expect(code).toBe(4);
		expect(out).toContain('The sheet itself is whole and can be used');
		expect(await run('list')).toMatchObject({code: 0});
	});

	it('has exit code 4 where it cannot look', async () => {
		const {run, folder} = makeStore();
		writeFileSync(join(folder, 'store'), 'a file');
		const result = await run('doctor');
		expect(result).toMatchObject({code: 4, out: ''});
		expect(result.err).toContain(join(folder, 'store'));
	});
});

describe('doctor --salvage', () => {
	it('writes what can be read into a new folder, says what was lost, and how to go on', async () => {
		const {run, folder, directory} = await makeDamaged();
		const before = snapshot(directory);
		const saved = join(folder, 'saved');
		const {code, out, err} = await run(['doctor', '--salvage', saved]);
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toContain('1 user as of revision 1, read from ');
		expect(out).toContain(
			'Lost: what 1 damaged line of the journal held, and 2 changes that built on them.\n',
		);
		expect(out).toContain('New users get IDs from 14 on');
		expect(out).toContain(`  usersheet --store ${saved}\n`);
		expect(snapshot(directory)).toEqual(before);
		expect((await run(['list', '--store', saved])).out).toContain('Archer');
		expect(await run(['doctor', '--store', saved])).toMatchObject({code: 0});
	});

	it('goes on from a dated copy with the journal', async () => {
		const {run, folder, file} = await makeUsed();
		writeFileSync(file, 'garbage');
		const {code, out} = await run(['doctor', '--salvage', join(folder, 'saved')]);
		expect(code).toBe(0);
		expect(out).toMatch(/^3 users as of revision 4, read from \S+backups\S+ and the journal, written to /);
		expect(out).toContain('Nothing was lost.');
	});

	it('falls back to a dated copy, from which the rest of the advice works too', async () => {
		const {run, folder, file, journal} = await makeUsed();
		writeFileSync(file, 'garbage');
		rmSync(journal);
		const saved = join(folder, 'saved');
		const {code, out} = await run(['doctor', '--salvage', saved, '--json']);
		expect(code).toBe(0);
		const {salvaged, files} = JSON.parse(out);
		expect(salvaged).toMatchObject({file: join(saved, 'users.json'), users: 2, revision: 3});
		expect(salvaged.lost[0]).toBe('Lost: all that was changed after revision 3.');
		const copy = files.find(({role}: {readonly role: string}) => role === 'backup').file;
		expect(salvaged.source).toBe(copy);
		const empty = join(folder, 'empty');
		expect(await run(['restore', copy, '--store', empty])).toMatchObject({code: 0});
		expect((await run(['list', '--json', '--store', empty])).out).toBe(
			(await run(['list', '--json', '--store', saved])).out,
		);
	});

	it('loses nothing of a sound store', async () => {
		const {run, folder} = await makeUsed();
		const saved = join(folder, 'saved');
		const {out} = await run(['doctor', '--salvage', saved]);
		expect(out).not.toContain('Lost');
		expect((await run(['list', '--json', '--store', saved])).out).toBe((await run('list --json')).out);
	});

	it('is never done in place, nor over anything', async () => {
		const {run, folder, directory} = await makeDamaged();
		const before = snapshot(directory);
		const file = join(folder, 'file');
		writeFileSync(file, '');
		for (const target of [directory, folder, file]) {
			const result = await run(['doctor', '--salvage', target]);
			expect(result).toMatchObject({code: 2, out: ''});
			expect(result.err).toContain(target);
		}
		expect(snapshot(directory)).toEqual(before);
	});

	it('has exit code 4 where nothing can be read', async () => {
		const {run, folder} = makeStore();
		mkdirSync(join(folder, 'store'));
		writeFileSync(join(folder, 'store', 'users.json'), 'garbage');
		const saved = join(folder, 'saved');
		expect(await run(['doctor', '--salvage', saved])).toMatchObject({code: 4, out: ''});
		expect(existsSync(saved)).toBe(false);
	});
});
