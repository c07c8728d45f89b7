import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Store} from '../../source/store/store.ts';
import {cleanEnvironment, Pty, ptyMissing} from '../helpers/pty.ts';
import {type BenchRow, benchRow, median, timed} from './bench-row.ts';
import {builtCli} from './built.ts';
import type {StartParts} from './start-parts.ts';

const samples = 6;
const root = new URL('../..', import.meta.url).pathname;
const partsScript = new URL('start-parts.ts', import.meta.url).pathname;

/** Ink with nothing to draw but one word; the compile cache helps it as it helps us. */
const helloInk = `
const [{render, Text}, {createElement}] = await Promise.all([import('ink'), import('react')]);
render(createElement(Text, null, 'hello'));`;

/** From the start of the process to the first frame, in a real terminal, with the users of the store. */
export async function benchStartup(store: Store): Promise<readonly BenchRow[]> {
	const folder = path.dirname(store.file);
	const cache = path.join(folder, 'compile-cache');
	const env = cleanEnvironment({NODE_ENV: 'production', NODE_COMPILE_CACHE: cache});
	const runNode = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) =>
		execFileSync(process.execPath, args, {
			cwd: root,
			env: environment,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
		});
	if (ptyMissing !== undefined) {
		console.log(ptyMissing);
		return [];
	}
	const sheetArgs = [builtCli, '--store', folder];
	const helloArgs = ['--input-type=module', '-e', helloInk];
	const empty = () => {
		rmSync(cache, {recursive: true, force: true});
		mkdirSync(cache);
	};
	empty();
	const coldInk = await timeToText(helloArgs, 'hello', env);
	empty();
	const cold = await timeToText(sheetArgs, 'All saved', env);
	// The caches of both, and those of the system, are filled now.
	await timeToText(helloArgs, 'hello', env);
	const ours: number[] = [];
	const ink: number[] = [];
	const node: number[] = [];
	const parts: StartParts[] = [];
	for (let round = 0; round < samples; round += 1) {
		node.push(timed(() => runNode(env, '-e', '0')));
		ink.push(await timeToText(helloArgs, 'hello', env));
		ours.push(await timeToText(sheetArgs, 'All saved', env));
		parts.push(JSON.parse(runNode({...env, FORCE_COLOR: '1'}, partsScript, folder)) as StartParts);
	}
	const bare = median(node);
	const part = (key: keyof StartParts, name: string) =>
		benchRow(`… of it ${name}`, 'ms', median(parts.map((each) => each[key])), bare, 'the same');
	return [
		benchRow('start to first frame', 'ms', median(ours), median(ink), 'Ink showing one word'),
		benchRow('start to first frame, first time ever', 'ms', cold, coldInk, 'the same'),
		benchRow('start to first frame', 'ms', median(ours), bare, 'node -e 0'),
		part('commandLine', 'loading the command line'),
		part('loadStore', 'reading the store'),
		part('loadScreen', 'loading the screen with Ink and React'),
		part('firstFrame', 'drawing the first frame'),
	];
}

/** Milliseconds until the process shows the text in its terminal. */
async function timeToText(
	args: readonly string[],
	text: string,
	env: Readonly<Record<string, string>>,
): Promise<number> {
	const start = performance.now();
	const pty = new Pty(process.execPath, args, {columns: 120, rows: 40, cwd: root, env});
	await pty.waitForScreen(text);
	const time = performance.now() - start;
	// A normal end: only then does Node write its compile cache.
	pty.press('\u0011');
	await pty.waitForExit();
	return time;
}
