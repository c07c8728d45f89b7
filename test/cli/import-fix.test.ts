import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const stdin = [
	'Last name,Email address,Number,PIN,PBX SIP password',
	'Archer,ann@x.example,20 01,4711,',
	'Baker,"ben@x,example",2002,8812,',
	'Costa,c@x.example,2003,123, s3cret',
].join('\n');

describe('usersheet import --fix', () => {
	it('lists its names without a file, and refuses others', async () => {
		const {run} = makeStore();
		const listed = await run('import --fix list');
		expect(listed).toMatchObject({code: 0, err: ''});
		expect(listed.out).toMatch(/^pad-pins +put lost zeros/m);
		const refused = await run('import - --fix pad-pin', {stdin});
		expect(refused.code).toBe(2);
		expect(refused.err).toContain('There is no fix "pad-pin"');
	});

	it('puts right what it can, and says what, without a secret or a PIN', async () => {
		const {run} = makeStore();
		const result = await run('import - --fix all', {stdin});
		expect(result).toMatchObject({code: 0, err: ''});
		expect(result.out).toContain('Fixed 4 cells: 1 numbers, 1 email-commas, 1 pad-pins, 1 trim');
		expect(result.out).toContain('  Line 2, Directory Number: "20 01" → "2001"');
		expect(result.out).not.toMatch(/s3cret|123/);
		const users = JSON.parse((await run('list --json')).out);
		expect(users[0]).toMatchObject({directoryNumber: '2001'});
		expect(users[1]).toMatchObject({email: 'ben@x.example'});
		const history = JSON.parse((await run('history --json')).out);
		expect(history[0].label).toBe('Import standard input: 3 created, 4 cells fixed');
	});

	it('takes only the fixes that are named, and --json has each cell', async () => {
		const {run} = makeStore();
		const result = await run('import - --fix numbers,pad-pins --partial --json', {stdin});
		expect(result.code).toBe(3);
		expect(JSON.parse(result.out)).toMatchObject({
			created: 2,
			rejected: 1,
			fixed: [
				{line: 2, column: 'Directory Number', fix: 'numbers', before: '20 01', after: '2001'},
				{line: 4, column: 'Deployment PIN', fix: 'pad-pins', before: '••••', after: '••••'},
			],
		});
		expect((await run('export -')).out).toContain(',0123');
	});
});
