import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {storedFields} from '../../source/domain/field-lists.ts';
import {makeFolder, makeStore} from './run-cli.ts';

const secretFields = storedFields.filter(({kind}) => kind === 'secret');
const pin = '83716492';
/** Found in nothing that comes out: all secrets have it. */
const secret = /S3cret/;

/** Two users with every secret, and a row that is rejected with all of its secrets. */
function makeFile(): string {
	const headers = ['Last name', 'Email address', 'Deployment PIN', ...secretFields.map(({header}) => header)];
	const row = (name: string, email: string) => [
		name,
		email,
		pin,
		...secretFields.map(({key}) =>
			key === 'deploymentLink' ? `https://redirect.example/S3cret/${name}` : `S3cret ${key} of ${name}`,
		),
	];
	const rows = [row('Archer', 'a@x.example'), row('Baker', 'b@x.example'), row('Coe', 'not an address')];
	const file = join(makeFolder(), 'users.csv');
	writeFileSync(file, [headers, ...rows].map((cells) => `${cells.join(',')}\n`).join(''));
	return file;
}

const commands = [
	['list'],
	['list', '--json'],
	['list', '--problems'],
	['list', '--problems', '--json'],
	['export', '-'],
	['export', '-', '--exact'],
	['history'],
	['history', '--json'],
	['undo', '1', '--dry-run'],
	['doctor'],
	['doctor', '--json'],
	['settings', '--json'],
	['profile', 'list', '--json'],
	['delete', '--id', '7'],
	['backup'],
] as const;

describe('secrets and PINs', () => {
	it('are in no output of any command, and PINs only in the export', async () => {
		const {run} = makeStore();
		const file = makeFile();
		const imports = [
			['import', file],
			['import', file, '--json', '--dry-run'],
			['import', file, '--partial'],
			['import', file, '--partial', '--json'],
			['import', file, '--partial', '--duplicates', 'update', '--dry-run', '--json'],
		];
		for (const argv of [...imports, ...commands]) {
			const {out, err} = await run(argv);
			expect(`${argv.join(' ')}: ${out}${err}`).not.toMatch(secret);
			if (argv[0] !== 'export') expect(`${argv.join(' ')}: ${out}${err}`).not.toContain(pin);
		}
	});

	it('can be read in no file of a store with a passphrase', async () => {
		const {folder, run} = makeStore();
		const file = makeFile();
		await run(['import', file, '--partial']);
		await run('backup');
		const passphrase = join(makeFolder(), 'passphrase');
		writeFileSync(passphrase, 'correct horse battery staple\n', {mode: 0o600});
		const given = ['--passphrase-file', passphrase];
		const set = await run(['passphrase', 'set', '--new-passphrase-file', passphrase]);
		expect(set).toMatchObject({code: 0});
		await run([...given, 'set-pin', '--pin', pin, '--id', '1']);
		await run([...given, 'delete', '--id', '1']);
		await run([...given, 'backup']);
		const files = readdirSync(join(folder, 'store'), {recursive: true, withFileTypes: true}).filter((entry) =>
			entry.isFile(),
		);
		expect(files.length).toBeGreaterThan(3);
		for (const {parentPath, name} of files) {
			const text = readFileSync(join(parentPath, name), 'latin1');
			expect(`${name}: ${secret.test(text)} ${text.includes(pin)}`).toBe(`${name}: false false`);
		}
	});
});
