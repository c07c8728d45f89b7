import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, it, onTestFinished, vi} from 'vitest';
import type {Message} from '../../source/app/message.ts';
import {createEditorRunners} from '../../source/shell/editor-effects.ts';
import {noScreen} from '../helpers/no-screen.ts';

const content = 'ID,First name\r\n1,Zoë\r\n';

/** A folder for temporary files, and beside it a script as the person's editor. */
function makeEditor(script: string) {
	const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-editor-test-'));
	const temporary = path.join(folder, 'tmp');
	mkdirSync(temporary);
	vi.stubEnv('TMPDIR', temporary);
	onTestFinished(() => {
		vi.unstubAllEnvs();
		rmSync(folder, {recursive: true, force: true});
	});
	const file = path.join(folder, 'my editor');
	writeFileSync(file, `#!/bin/sh\n${script}\n`);
	chmodSync(file, 0o755);
	return {folder, temporary, command: `'${file}'`};
}

async function edit(env: NodeJS.ProcessEnv, screen = noScreen): Promise<readonly Message[]> {
	const answers: Message[] = [];
	const run = createEditorRunners(screen, {PATH: process.env.PATH, ...env});
	const effect = {type: 'editor/edit', content, suffix: '.csv'} as const;
	await run['editor/edit'](effect, (message) => answers.push(message));
	return answers;
}

function textOf(answers: readonly Message[]): string {
	const [answer] = answers;
	return answer?.type === 'editor/edited' ? Buffer.from(answer.bytes).toString() : JSON.stringify(answer);
}

it('gives a file to the editor that only its owner can read, and takes back what was made of it', async () => {
	const {folder, temporary, command} = makeEditor(
		'printf %s "$1" > "$0.argument"; stat -c %a "$2" "$(dirname "$2")" > "$0.modes"; cat "$2" > "$0.seen"; echo 2,Ann >> "$2"',
	);
	const answers = await edit({VISUAL: ` `, EDITOR: `${command} --wait`});
	const noted = (what: string) => readFileSync(path.join(folder, `my editor.${what}`), 'utf8');
	expect([noted('argument'), noted('modes'), noted('seen')]).toEqual(['--wait', '600\n700\n', content]);
	expect(textOf(answers)).toBe(`${content}2,Ann\n`);
	expect(answers).toMatchObject([{type: 'editor/edited', isChanged: true}]);
	expect(readdirSync(temporary)).toEqual([]);
});

it('prefers VISUAL, and says when nothing was changed', async () => {
	const {command} = makeEditor('exit 0');
	const answers = await edit({VISUAL: command, EDITOR: 'false'});
	expect(answers).toMatchObject([{type: 'editor/edited', isChanged: false}]);
	expect(textOf(answers)).toBe(content);
});

it('takes a command with a variable before it', async () => {
	const {command} = makeEditor('echo "$WORD" > "$1"');
	expect(textOf(await edit({EDITOR: `WORD=new ${command}`}))).toBe('new\n');
});

it('takes what an editor has written in the place of the file', async () => {
	const {command} = makeEditor('echo new > "$1.new"; mv "$1.new" "$1"');
	expect(textOf(await edit({EDITOR: command}))).toBe('new\n');
});

it.each([
	['ends with an error', 'echo new > "$1"; exit 3', /exit code 3/],
	['is killed', 'echo new > "$1"; kill -KILL $$', /SIGKILL/],
	['removes the file', 'rm "$1"', /cannot be read/],
	['leaves a folder', 'rm "$1"; mkdir "$1"', /cannot be read/],
	['leaves more than can be read', 'truncate -s 300M "$1"', /larger than 256 MiB/],
])('takes nothing over when the editor %s', async (_, script, reason) => {
	const {temporary, command} = makeEditor(script);
	expect(await edit({EDITOR: command})).toMatchObject([
		{type: 'editor/failed', message: expect.stringMatching(reason)},
	]);
	expect(readdirSync(temporary)).toEqual([]);
});

it('says how to name an editor where there is none', async () => {
	const {temporary} = makeEditor('');
	expect(await edit({EDITOR: 'no-such-editor'})).toMatchObject([
		{type: 'editor/failed', message: expect.stringMatching(/"no-such-editor".*EDITOR/)},
	]);
	expect(await edit({PATH: temporary})).toMatchObject([
		{type: 'editor/failed', message: expect.stringMatching(/no editor.*EDITOR/)},
	]);
	vi.stubEnv('TMPDIR', path.join(temporary, 'none'));
	expect(await edit({EDITOR: 'true'})).toMatchObject([
		{type: 'editor/failed', message: expect.stringContaining('cannot be written')},
	]);
});

it('ends the editor and removes the file when usersheet is to end, and answers nothing', async () => {
	const {folder, temporary, command} = makeEditor('echo > "$0.started"; exec sleep 60');
	const ending = new AbortController();
	const answers = edit({EDITOR: command}, {...noScreen, lend: (use) => use(ending.signal)});
	await vi.waitUntil(() => readdirSync(folder).includes('my editor.started'), {timeout: 8000});
	expect(readdirSync(temporary).length).toBe(1);
	ending.abort();
	expect(await answers).toEqual([]);
	expect(readdirSync(temporary)).toEqual([]);
});
