import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeFolder, makeStore} from './run-cli.ts';

const breaks = ' \t\n"\'><=;|&(:';

async function makeCompleter() {
	const {run, folder} = makeStore();
	await run(['profile', 'add', 'Remote West']);
	const complete = async (shell: string, ...typed: readonly string[]) => {
		const {out} = await run(['complete', shell, '--', ...typed]);
		return out.split('\n').filter((line) => line !== '');
	};
	return {
		run,
		folder,
		bash: (line: string) => complete('bash', breaks, line),
		zsh: (...words: readonly string[]) => complete('zsh', 'usersheet', ...words),
		fish: (...words: readonly string[]) => complete('fish', 'usersheet', ...words),
	};
}

describe('completion in bash', () => {
	it.each([
		['usersheet se', ['set', 'set-pin', 'settings']],
		['usersheet --read-only exp', ['export']],
		['usersheet --store x profile re', ['rename', 'remove']],
		['usersheet set --em', ['--email']],
		['usersheet set --all --a', []],
		['usersheet list --pro', ['--problems']],
		['usersheet --keys ', ['sheet', 'vim']],
		['usersheet --keys=v', ['vim']],
		['usersheet import f.csv --duplicates c', ['create']],
		['usersheet import ', [':files']],
		['usersheet --store ', [':files']],
		['usersheet import f.csv --rejects=', [':files']],
		['usersheet undo ', []],
		['usersheet set --id 1 ', []],
		['usersheet set --id 1 --dry', ['--dry-run']],
		['usersheet list --columns id,fir', ['id,first']],
		['usersheet export --columns mbgSipP', []],
		['usersheet import f.csv --profile r', ['Remote\\ West']],
		['usersheet import f.csv --profile "r', ['Remote West']],
		['usersheet profile remove ', ['Default', 'Remote\\ West']],
		['usersheet list --where pi', ['pin:']],
		['usersheet list --where pin:w', ['weak']],
		['usersheet list --where=pin:w', ['weak']],
		['usersheet list --where -pin:w', ['weak']],
		['usersheet list --where profile:rem', ['\\"Remote\\ West\\"']],
		["usersheet list --where 'ann profile:rem", ['ann profile:"Remote West"']],
		['usersheet list --where "ann profile:rem', ['ann profile:\\"Remote West\\"']],
		['usersheet list --where "pin:none or', ['pin:none origin:']],
		['usersheet history --where fr', ['from:']],
		['usersheet completion z', ['zsh']],
		['usersheet complet', ['completion']],
		['usersheet help exp', ['export']],
	])('%s', async (line, expected) => {
		expect(await (await makeCompleter()).bash(line)).toEqual(expected);
	});
});

describe('completion in other shells', () => {
	it('says what the candidates are', async () => {
		const {zsh, fish} = await makeCompleter();
		expect(await zsh('list', '--where', 'ann profile:rem')).toEqual(['ann profile:"Remote West"\ta profile']);
		expect(await fish('list', '--where', '"ann profile:rem')).toEqual([
			'ann profile:"Remote West"\ta profile',
		]);
		expect(await fish('list', '--js')).toEqual(['--json\tas a JSON array']);
		expect(await zsh('import', '')).toEqual([':files']);
	});

	it('knows the profiles of the store that is named, and asks for no passphrase', async () => {
		const {run, zsh, folder} = await makeCompleter();
		expect(await zsh('--store', '/nowhere', 'import', 'f.csv', '--profile', '')).toEqual([
			'Default\ta profile',
		]);
		const file = join(folder, 'phrase');
		writeFileSync(file, 'correct horse battery staple\n');
		expect((await run(`passphrase set --new-passphrase-file ${file}`)).code).toBe(0);
		expect(await zsh('import', 'f.csv', '--profile', '')).toEqual(['Default\ta profile']);
	});
});

describe('the script', () => {
	it('fills in what bash asks for', async () => {
		const {run} = makeStore();
		const folder = makeFolder();
		const script = join(folder, 'script');
		writeFileSync(script, (await run('completion bash')).out);
		const asked = `. ${script}
			usersheet() { printf '%s\\n' "pin:" "$4|$5"; }
			COMP_WORDS=(usersheet list --where p) COMP_CWORD=3 COMP_WORDBREAKS=': ' COMP_LINE='usersheet list --where p x' COMP_POINT=24
			_usersheet; printf '%s,' "\${COMPREPLY[@]}"; complete -p usersheet`;
		const {stdout, stderr} = spawnSync('bash', ['--norc', '-c', asked], {encoding: 'utf8'});
		expect(stderr).toBe('');
		expect(stdout).toBe('pin:,: |usersheet list --where p,complete -F _usersheet usersheet\n');
	});

	it.each(['zsh', 'fish'])('is there for %s', async (shell) => {
		const {out} = await makeStore().run(['completion', shell]);
		expect(out).toContain(`complete ${shell} -- `);
	});
});
