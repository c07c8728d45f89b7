import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

type Run = ReturnType<typeof makeStore>['run'];

const people = 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@example.com\n';
const pins = 'ID,Deployment PIN\n1,4711\n2,4712\n';

async function list(run: Run): Promise<readonly Record<string, unknown>[]> {
	return JSON.parse((await run('list --json')).out);
}

async function profilesOf(run: Run): Promise<readonly unknown[]> {
	return (await list(run)).map(({profile}) => profile);
}

/** A store with the profiles Default and Remote, and two users in Remote. */
async function makeRemote(): Promise<Run> {
	const {run} = makeStore();
	await run('profile add Remote');
	await run('import - --profile Remote', {stdin: people});
	return run;
}

describe('rules.md 3.5: the profile of an overwrite', () => {
	it('is kept without a flag where the file has no Profile column', async () => {
		const run = await makeRemote();
		const result = await run('import - --overwrite --json', {stdin: pins});
		expect(result.code).toBe(0);
		expect(JSON.parse(result.out)).toMatchObject({updated: 2, movedProfiles: 0, problems: []});
		expect(await profilesOf(run)).toEqual(['Remote', 'Remote']);
	});

	it('must be chosen where there is one, and may be kept with --keep-profile', async () => {
		const run = await makeRemote();
		const stdin = 'ID,Profile,Deployment PIN\n1,Default,4711\n2,Remote,4712\n';
		const open = await run('import - --overwrite', {stdin});
		expect(open.code).toBe(2);
		expect(open.err).toContain('--keep-profile');
		const kept = await run('import - --overwrite --keep-profile --json', {stdin});
		expect(kept.code).toBe(0);
		expect(JSON.parse(kept.out)).toMatchObject({updated: 2, movedProfiles: 0, ignoredColumns: ['Profile']});
		const moved = await run('import - --overwrite --profile-from-csv --json', {stdin});
		expect(JSON.parse(moved.out)).toMatchObject({updated: 1, movedProfiles: 1});
		expect(await profilesOf(run)).toEqual(['Default', 'Remote']);
	});

	it('moves users only with --profile, and says how many, on a dry run before', async () => {
		const run = await makeRemote();
		const dry = await run('import - --overwrite --profile Default --dry-run', {stdin: pins});
		expect(dry.out).toContain('The choice moves 2 users out of another one.');
		expect(await profilesOf(run)).toEqual(['Remote', 'Remote']);
		const result = await run('import - --overwrite --profile Default --json', {stdin: pins});
		expect(result.code).toBe(0);
		const report = JSON.parse(result.out);
		expect(report).toMatchObject({
			movedProfiles: 2,
			problems: [{code: 'profile-moved', severity: 'warning'}],
		});
		expect(await profilesOf(run)).toEqual(['Default', 'Default']);
	});

	it.each(['--profile Default', '--profile-from-csv'])('cannot be kept and chosen: %s', async (flag) => {
		const {run} = makeStore();
		expect(await run(`import - --overwrite --keep-profile ${flag}`, {stdin: pins})).toMatchObject({code: 2});
	});

	it('of new users cannot be kept: where there are several, one must be chosen', async () => {
		const run = await makeRemote();
		expect(await run('import - --keep-profile', {stdin: people})).toMatchObject({code: 2});
	});
});

describe('rules.md 3.9: possible duplicates', () => {
	it('the same file twice doubles nobody: nothing is written without a flag', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: people});
		const again = await run('import -', {stdin: people});
		expect(again.code).toBe(1);
		expect(again.err).toContain('--duplicates skip, --duplicates create or --duplicates update');
		expect(await list(run)).toHaveLength(2);
	});

	it.each([
		['skip', {created: 1, updated: 0, skipped: 2}, 3],
		['create', {created: 3, updated: 0, skipped: 0}, 5],
		['update', {created: 1, updated: 1, unchanged: 1, skipped: 0}, 3],
	])('--duplicates %s', async (choice, counts, users) => {
		const {run} = makeStore();
		await run('import -', {stdin: people});
		const stdin =
			'Last name,Email address\nArcher,ann@example.com\nBaker-Jones,ben@example.com\nCosta,carla@example.com\n';
		const dry = await run(`import - --duplicates ${choice} --dry-run --json`, {stdin});
		expect(JSON.parse(dry.out)).toMatchObject({...counts, committed: false});
		const result = await run(`import - --duplicates ${choice} --json`, {stdin});
		expect(result.code).toBe(0);
		expect(JSON.parse(result.out)).toMatchObject({
			...counts,
			committed: true,
			decisions: {duplicates: {chosen: choice, count: 2, by: {'same e-mail address': 2}}},
		});
		expect(await list(run)).toHaveLength(users);
	});

	it('a dry run tells everything that would be asked', async () => {
		const run = await makeRemote();
		const stdin = 'Last name,Email address,Voicemail number\nArcher,ann@example.com,\n';
		const result = await run('import - --profile Default --dry-run --json', {stdin});
		expect(result.code).toBe(1);
		expect(JSON.parse(result.out).decisions.duplicates).toEqual({
			flag: '--duplicates',
			choices: ['skip', 'create', 'update'],
			chosen: 'undecided',
			count: 1,
			by: {'same e-mail address': 1},
		});
	});
});

describe('rules.md 3.9: a file that was imported before', () => {
	it('says so, with when, by whom and the number of the change', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		const first = await run('import - --profile Default --json', {stdin: people});
		expect(JSON.parse(first.out).importedBefore).toBeNull();
		const again = await run('import - --profile Default --duplicates create', {stdin: people});
		expect(again.out).toMatch(/\nImported before: change 2, \d{4}-\d\d-\d\d \d\d:\d\d, by .+\.\n/);
		await run('undo 3');
		const dry = await run('import - --profile Default --dry-run --json', {stdin: people});
		expect(JSON.parse(dry.out).importedBefore).toMatchObject({
			revision: 2,
			at: expect.stringMatching(/Z$/),
			user: expect.any(String),
			undone: false,
		});
		await run('undo 2');
		const undone = await run('import - --profile Default', {stdin: people});
		expect(undone).toMatchObject({
			code: 0,
			out: expect.stringContaining('Imported before and undone since: change 3, '),
		});
		const other = await run('import - --profile Default --json', {
			stdin: `${people}Costa,carla@example.com\n`,
		});
		expect(JSON.parse(other.out).importedBefore).toBeNull();
	});
});

describe('rules.md 3.2: all IDs are known', () => {
	it.each(['', ' --partial'])('--overwrite is named%s', async (flag) => {
		const {run} = makeStore();
		await run('import -', {stdin: people});
		const result = await run(`import -${flag}`, {stdin: pins});
		expect(result.code).toBe(1);
		expect(result.err).toBe(
			'Nothing was imported.\nAll IDs are those of users: update them with --overwrite.\n',
		);
		expect(await run('import - --overwrite', {stdin: pins})).toMatchObject({code: 0});
	});

	it('before a profile is asked for', async () => {
		const run = await makeRemote();
		const result = await run('import -', {stdin: pins});
		expect(result).toMatchObject({code: 1, err: expect.stringContaining('update them with --overwrite')});
	});
});
