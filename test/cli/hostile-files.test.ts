import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const header = 'Last name,Email address\n';
const good = 'Archer,ann@example.com\n';

/** What a hostile file ends in: a plan of its rows, or one sentence that refuses it. */
type End = 'planned' | 'refused';

/** Texts, as functions where they are large. */
const texts: readonly (readonly [name: string, end: End, text: () => string | Uint8Array])[] = [
	['a cell of 10 MB', 'planned', () => `${header}${'x'.repeat(10 * 1024 * 1024)},a@example.com\n${good}`],
	['a header of 10 MB', 'refused', () => `${'x'.repeat(10 * 1024 * 1024)},Email address\n${good}`],
	['5,000 columns', 'refused', () => `${header.trim()}${',x'.repeat(5000)}\n${good}`],
	['5,000 cells in a row', 'planned', () => `${header}${'x,'.repeat(5000)}\n${good}`],
	['NULs in cells', 'planned', () => `${header}Arc\0her,ann\0@example.com\n${good}`],
	['nothing but NULs', 'refused', () => new Uint8Array(1024 * 1024)],
	['a quote that is never closed', 'planned', () => `${header}"Archer,a@example.com\n${good.repeat(20_000)}`],
	['a quote on each line that is never closed', 'planned', () => header + '"A,a@example.com\n'.repeat(5000)],
	['10 MB of quotes', 'planned', () => `${header}${'"'.repeat(10 * 1024 * 1024)}`],
	['escape sequences', 'planned', () => `${header}\u001b[2J\u001b]0;x\u0007Archer,a@example.com\u009b31m\n`],
	['formulas', 'planned', () => `${header}"=cmd|'/C calc'!A0",a@example.com\n@SUM(1),b@example.com\n`],
	['bidi overrides', 'planned', () => `${header}\u202eArcher\u2066,a@example.com\n\u200fB,b@example.com\n`],
	['accents without end', 'planned', () => `${header}Z${'\u0300'.repeat(100_000)},a@example.com\n${good}`],
	[
		'blanks without end',
		'planned',
		() => `${header}${' '.repeat(60_000)}@${' '.repeat(60_000)},a@example.com\n`,
	],
	['separators without end', 'planned', () => `${header}${','.repeat(1_000_000)}\n${good}`],
	['line ends without end', 'planned', () => `${header}${'\r\n'.repeat(1_000_000)}${good}`],
	[
		'line ends of all kinds',
		'planned',
		() => `${header}A,a@example.com\r\rB,b@example.com\n\r\nC,c@example.com\u2028`,
	],
	[
		'bytes that are no text',
		'refused',
		() => Uint8Array.from({length: 65_536}, (_, index) => (index * 7919) & 0xff),
	],
	[
		'half of a UTF-16 file',
		'planned',
		() => Buffer.from(`\ufeff${header}${good}`, 'utf16le').subarray(0, -1),
	],
	['a million rows', 'refused', () => header + 'A,a@example.com\n'.repeat(1_000_000)],
	['one e-mail address 20,000 times', 'planned', () => header + good.repeat(20_000)],
];

/** Milliseconds that none may take, with much to spare on a busy machine. */
const patience = 60_000;

type Hostile = {
	readonly folder: string;
	/** Tries the import, and looks at what comes of it. */
	readonly expectEnd: (file: string, end?: End) => Promise<void>;
};

/** A store with a user in it, which no dry run may touch. */
async function makeHostile(): Promise<Hostile> {
	const {run, folder} = makeStore();
	await run('add --last-name Baker --email ben@example.com');
	const before = hashFolder(join(folder, 'store'));
	return {
		folder,
		async expectEnd(file, end) {
			const started = performance.now();
			const {code, out, err} = await run([
				'import',
				file,
				'--partial',
				'--dry-run',
				'--duplicates',
				'skip',
				'--doubtful',
				'take',
			]);
			expect(performance.now() - started).toBeLessThan(patience);
			// Nothing that a terminal would act on, and never the whole of a cell without end.
			expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
			expect(`${out}${err}`.length).toBeLessThan(100_000);
			expect([0, 1, 2, 3]).toContain(code);
			const isPlan = /^\d[\d,]* to create/m.test(out);
			if (!isPlan) expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
			if (end !== undefined) expect(isPlan ? 'planned' : 'refused').toBe(end);
			expect(hashFolder(join(folder, 'store'))).toBe(before);
		},
	};
}

/** One name for all bytes that a folder holds. */
function hashFolder(folder: string): string {
	const hash = createHash('sha256');
	for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
		const file = join(folder, name);
		hash.update(name);
		try {
			hash.update(readFileSync(file));
		} catch {
			// A folder, or a lock that is gone already.
		}
	}
	return hash.digest('hex');
}

describe('a hostile file ends in a plan or in one sentence, and the store is as it was', () => {
	it.each(texts)(
		'%s: %s',
		async (_name, end, text) => {
			const {folder, expectEnd} = await makeHostile();
			const file = join(folder, 'users.csv');
			writeFileSync(file, text());
			await expectEnd(file, end);
		},
		patience * 2,
	);

	it.each(['/dev/zero', '/dev/full', '/dev/null', '/proc/self/mem'])('%s', async (file) => {
		const {expectEnd} = await makeHostile();
		await expectEnd(file, 'refused');
	});

	it('a folder, a link to itself, to a folder, to a device and to nothing', async () => {
		const {folder, expectEnd} = await makeHostile();
		const path = (name: string): string => join(folder, name);
		mkdirSync(path('folder.csv'));
		symlinkSync('self.csv', path('self.csv'));
		symlinkSync('folder.csv', path('to-folder.csv'));
		symlinkSync('/dev/zero', path('to-device.csv'));
		symlinkSync('nowhere.csv', path('to-nothing.csv'));
		for (const name of readdirSync(folder).filter((one) => one.endsWith('.csv')))
			await expectEnd(path(name), 'refused');
	});

	it('a link to a file', async () => {
		const {folder, expectEnd} = await makeHostile();
		writeFileSync(join(folder, 'users.csv'), header + good);
		symlinkSync('users.csv', join(folder, 'link.csv'));
		await expectEnd(join(folder, 'link.csv'), 'planned');
	});

	it('a pipe whose writer sends a part and goes', async () => {
		const {folder, expectEnd} = await makeHostile();
		const pipe = join(folder, 'pipe.csv');
		execFileSync('mkfifo', [pipe]);
		const writing = import('node:fs/promises').then(({writeFile}) =>
			writeFile(pipe, `${header}Archer,ann@exa`),
		);
		await expectEnd(pipe, 'planned');
		await writing;
	});

	it('a file that grows while it is read', async () => {
		const {folder, expectEnd} = await makeHostile();
		const file = join(folder, 'users.csv');
		writeFileSync(file, header + good.repeat(100_000));
		const growing = setInterval(() => appendFileSync(file, good.repeat(1000)), 1);
		await expectEnd(file).finally(() => clearInterval(growing));
	});

	it('a file that vanishes while it is read', async () => {
		const {folder, expectEnd} = await makeHostile();
		for (let round = 0; round < 5; round += 1) {
			const file = join(folder, `users-${round}.csv`);
			writeFileSync(file, header + good.repeat(10_000));
			const vanishing = setTimeout(() => rmSync(file), round);
			await expectEnd(file).finally(() => clearTimeout(vanishing));
		}
	});
});
