import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {makeFolder, makeStore} from './run-cli.ts';

const near = 'Last name,Emial address,PINN\nArcher,ann@example.com,824613\nBaker,ben@example.com,907315\n';

type Column = {
	readonly header: string;
	readonly field: string | null;
	readonly how: string;
	readonly suggested: string | null;
};

describe('usersheet import --map', () => {
	it('takes nothing for nearly its name, and says what it may be', async () => {
		const {run} = makeStore();
		const result = await run('import - --dry-run --json --partial', {stdin: near});
		const {columns, created} = JSON.parse(result.out) as {columns: readonly Column[]; created: number};
		expect(created).toBe(0);
		expect(columns.map(({header, field, how, suggested}) => [header, field, how, suggested])).toEqual([
			['Last name', 'Last name', 'exact', null],
			['Emial address', null, 'near', 'Email address'],
			['PINN', null, 'unknown', null],
		]);
		expect(result.out).not.toContain('824613');
	});

	it('takes what is suggested with --map-near, but never a PIN', async () => {
		const {run} = makeStore();
		const result = await run('import - --map-near --json', {stdin: near});
		expect(JSON.parse(result.out)).toMatchObject({
			created: 2,
			columns: [{how: 'exact'}, {field: 'Email address', how: 'near'}, {field: null, how: 'unknown'}],
		});
	});

	it('takes what is said, secrets and PINs too, and ignores what is to be ignored', async () => {
		const {run} = makeStore();
		const flags = [
			'import',
			'-',
			'--map',
			'emial-address=E-Mail',
			'--map',
			'PINN=PIN',
			'--map',
			'Number=ignore',
		];
		const stdin = 'Last name,Emial address,PINN,Number\nArcher,ann@example.com,824613,2001\n';
		expect((await run(flags, {stdin})).code).toBe(0);
		const [user] = JSON.parse((await run('list --json --show-pins')).out);
		expect(user).toMatchObject({email: 'ann@example.com', deploymentPin: '824613', directoryNumber: ''});
	});

	it('splits full names', async () => {
		const {run} = makeStore();
		const stdin = 'Name,Email\n"Archer, Ann",ann@example.com\nBen Baker,ben@example.com\n';
		const flags = ['import', '-', '--map', 'Name=Last name, First name', '--partial'];
		const result = await run(flags, {stdin});
		expect(result.code).toBe(3);
		expect(result.out).toContain('It has no comma between last name and first name.');
		const [user] = JSON.parse((await run('list --json')).out);
		expect(user).toMatchObject({firstName: 'Ann', lastName: 'Archer'});
	});

	it('settles two columns for one field, also by their numbers', async () => {
		const {run} = makeStore();
		const stdin = 'Last name,Email,Number,Number\nArcher,ann@example.com,1,2001\n';
		expect((await run('import -', {stdin})).code).toBe(2);
		expect((await run(['import', '-', '--map', '3=ignore'], {stdin})).code).toBe(0);
		expect(JSON.parse((await run('list --json')).out)[0]).toMatchObject({directoryNumber: '2001'});
	});

	test.each([
		['Mail=Email', 'No column has this header.'],
		['Last nam=Email', 'Did you mean "Last name"?'],
		['Last name=Emial adress', 'Did you mean "Email address"?'],
		['Last name=Shoe size', 'The fields are: ID, Profile,'],
		['Last name=Errors', 'No field has this name.'],
		['Last name', 'Write it as "Header=Field"'],
		['=Email', 'Write it as "Header=Field"'],
		['Number=Email', 'Write the number of the column instead, like 4=…'],
		['9=Email', 'No column has this header.'],
	])('%s is refused: %s', async (map, message) => {
		const {run} = makeStore();
		const stdin = 'Last name,Email,Number,Number\nArcher,ann@example.com,1,2001\n';
		const result = await run(['import', '-', '--map', map], {stdin});
		expect(result.code).toBe(2);
		expect(result.err).toContain(message);
	});

	it('takes no column twice', async () => {
		const {run} = makeStore();
		const flags = ['import', '-', '--map', 'PINN=PIN', '--map', '3=ignore'];
		expect((await run(flags, {stdin: near})).err).toContain('comes before in another --map');
	});
});

describe('usersheet import --encoding, --delimiter, --header-row', () => {
	it('reads the file so', async () => {
		const {run} = makeStore();
		const file = path.join(makeFolder(), 'dos.csv');
		const bytes = [...'Titel,x\nCognome;Posta\nM'].map((letter) => letter.charCodeAt(0));
		writeFileSync(
			file,
			Uint8Array.from([...bytes, 0x81, ...[...'ller;m@example.com\n'].map((one) => one.charCodeAt(0))]),
		);
		const flags = ['--encoding', 'dos-850', '--delimiter', 'semicolon', '--header-row', '2'];
		const maps = ['--map', 'Cognome=Last name', '--map', 'Posta=Email address'];
		const result = await run(['import', file, ...flags, ...maps, '--json']);
		expect(JSON.parse(result.out)).toMatchObject({created: 1, encoding: 'dos-850', delimiter: ';'});
		expect(JSON.parse((await run('list --json')).out)[0]).toMatchObject({lastName: 'Müller'});
	});

	it('names the flags where no header is found', async () => {
		const {run} = makeStore();
		const result = await run('import -', {stdin: 'Cognome,Posta\nMüller,m@example.com\n'});
		expect(result.code).toBe(2);
		expect(result.err).toMatch(/--header-row.* --map/);
	});

	test.each([
		['--encoding latin1', 'Allowed choices are utf-8, windows-1252'],
		['--delimiter colon', 'It is one of: comma, semicolon, tab, bar.'],
		['--header-row 0', 'It is the number of a line, from 1.'],
		['--header-row 40', 'No row begins on this line'],
	])('%s is refused: %s', async (flags, message) => {
		const {run} = makeStore();
		const result = await run(`import - ${flags}`, {stdin: near});
		expect(result.code).toBe(2);
		expect(result.err).toContain(message);
	});
});
