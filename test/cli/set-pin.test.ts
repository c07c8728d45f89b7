import {describe, expect, it} from 'vitest';
import {planPins} from '../../source/domain/pins/plan-pins.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeStore} from './run-cli.ts';

const three =
	'First name,Last name,Email address,Deployment PIN\nAnn,Archer,a@example.com,\nBob,Baker,b@example.com,0042\n"C\tc",Carter,c@example.com,\n';

describe('set-pin', () => {
	it('gives one PIN to the named users, and does not repeat it', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const result = await run('set-pin --pin 000789 --id 3 1 3');
		expect(result).toEqual({code: 0, out: '', err: 'Deployment PIN of 2 users set.\n'});
		expect(await pins(run)).toEqual(['000789', '0042', '000789']);
		expect((await run('set-pin --pin 0042 --all')).err).toBe('Deployment PIN of 2 users set.\n');
		expect((await run('set-pin --pin 0042 --all')).err).toBe('They have this PIN already.\n');
	});

	it.each([
		['0789\n', '0789'],
		['0789', '0789'],
		['\ufeff 0789 \r\nAnything else\n', '0789'],
	])('reads a PIN that no list of processes shows: %j', async (stdin, pin) => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const result = await run('set-pin --pin-stdin --id 1', {stdin});
		expect(result).toEqual({code: 0, out: '', err: 'Deployment PIN of 1 user set.\n'});
		expect(await pins(run)).toEqual([pin, '0042', '']);
	});

	it('asks for it at a terminal, which does not show it', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const result = await run('set-pin --pin-stdin --all', {hidden: ['0789']});
		expect(result).toEqual({code: 0, out: '', err: 'Deployment PIN: \nDeployment PIN of 3 users set.\n'});
		expect(await pins(run)).toEqual(['0789', '0789', '0789']);
	});

	it('generates one PIN for all, and prints who has it', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		expect(await run('set-pin --generate --all')).toEqual({
			code: 0,
			out: '1\tAnn Archer\t481920\n2\tBob Baker\t481920\n3\tC␉c Carter\t481920\n',
			err: 'Deployment PIN of 3 users set.\n',
		});
		expect(await pins(run)).toEqual(['481920', '481920', '481920']);
	});

	it('generates one each', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const {out} = await run('set-pin --generate-each --id 1 --id 2', {digits: '3819204756018'});
		expect(out).toBe('1\tAnn Archer\t481920\n2\tBob Baker\t575601\n');
		expect(await pins(run)).toEqual(['481920', '575601', '']);
	});

	it('tells of one PIN for many (rules.md 3.15), and not of one each', async () => {
		const {run} = makeStore();
		const rows = [1, 2, 3, 4, 5].map((row) => `A${row},a${row}@example.com\n`);
		await run('import -', {stdin: `Last name,Email address\n${rows.join('')}`});
		const told =
			'5 of 5 users have this PIN. Generate one for each of them.\nDeployment PIN of 5 users set.\n';
		expect((await run('set-pin --pin 073915 --all')).err).toBe(told);
		expect((await run('set-pin --generate --all')).err).toBe(told);
		const each = await run('set-pin --generate-each --all', {digits: '3819204756018'});
		expect(each.err).toMatch(/^Deployment PIN of \d users set\.\n$/);
	});

	it('warns of a PIN that is easy to guess, without repeating it', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const result = await run('set-pin --pin 1234 --all');
		expect(result.code).toBe(0);
		expect(result.err).toBe(
			'This PIN is easy to guess: a run of digits, up or down.\nDeployment PIN of 3 users set.\n',
		);
	});

	it.each([
		['--pin 12 --all', 1, 'Deployment PIN: It needs 4 to 20 digits'],
		['--pin 4711x --all', 1, 'Deployment PIN: Only digits are allowed.'],
		['--all', 2, 'Which PIN?'],
		['--pin-stdin --all', 2, 'There is no PIN on standard input'],
		['--pin-stdin --pin 4711 --all', 2, 'cannot be used with option'],
		['--pin-stdin --generate --all', 2, 'cannot be used with option'],
		['--pin-stdin', 2, 'For which users?'],
		['--generate', 2, 'For which users?'],
		['--generate --all --id 1', 2, 'cannot be used with option'],
		['--pin 4711 --generate --all', 2, 'cannot be used with option'],
		['--generate --generate-each --all', 2, 'cannot be used with option'],
		['--generate --id 1 9', 2, 'There is no user with the ID 9. Nothing was changed'],
		['--generate --id x', 2, 'x cannot be one.'],
	])('%s has exit code %i', async (flags, code, message) => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const result = await run(`set-pin ${flags}`);
		expect(result).toMatchObject({code, out: ''});
		expect(result.err).toContain(message);
		expect(result.err).not.toContain('4711');
		expect(await pins(run)).toEqual(['', '0042', '']);
	});

	it('is refused on a read-only store before a PIN is shown', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		expect(await run('set-pin --generate --all --read-only')).toMatchObject({code: 4, out: ''});
	});

	it('has nobody to give one to in an empty sheet', async () => {
		expect(await makeStore().run('set-pin --generate --all')).toEqual({
			code: 0,
			out: '',
			err: 'There are no users.\n',
		});
	});
});

describe('planPins', () => {
	it('gives a common PIN that is nobody’s own number', () => {
		const digits = [...'281920375601'].map(Number);
		let drawn = 0;
		const {change, easy} = finishWork(
			planPins([user(1, '1920'), user(2, '77')], {kind: 'generated'}, () => digits[drawn++] ?? 0),
		);
		expect(change.updated.map(({cells}) => cells.deploymentPin?.after)).toEqual(['475601', '475601']);
		expect(easy).toBe(0);
		expect(change.label).toBe('Set the PIN of 2 users');
	});

	it('comes to an end where every PIN holds somebody’s number', () => {
		const users = Array.from({length: 1000}, (_, index) => user(index + 1, String(index).padStart(3, '0')));
		let seed = 7;
		const random = (below: number): number => {
			seed = (seed * 16_807) % 2_147_483_647;
			return seed % below;
		};
		const {change, easy} = finishWork(planPins(users, {kind: 'generated'}, random));
		const [first] = change.updated;
		expect(easy).toBeGreaterThan(0);
		expect(first?.cells.deploymentPin?.after).toMatch(/^\d{6}$/);
	});
});

function user(id: number, directoryNumber: string): User {
	return {...emptyUser, id, origin: 'manual', lastName: `User ${id}`, directoryNumber};
}

async function pins(run: ReturnType<typeof makeStore>['run']): Promise<readonly string[]> {
	const users: readonly User[] = JSON.parse((await run('list --json --show-pins')).out);
	return users.map(({deploymentPin}) => deploymentPin);
}
