import {PassThrough, Writable} from 'node:stream';
import type {Sheet} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {runLinear} from '../../source/ui/linear/run-linear.ts';
import {type AppOptions, fillStore, makeFolder} from './app-driver.tsx';

/** What following some lines has told, and what it has left behind. */
export type Followed = {readonly out: readonly string[]; readonly code: number; readonly sheet: Sheet};

/** Opens a sheet in lines, as with `--linear`, with these lines on a pipe; tells what came out, and what is stored at the end. */
export async function followLines(lines: readonly string[], options: AppOptions = {}): Promise<Followed> {
	const directory = makeFolder();
	await fillStore(directory, options);
	const open = async (readOnly: boolean) => {
		const opened = await openStore({directory, readOnly});
		if (isStoreError(opened)) throw new Error(opened.error.message);
		return opened;
	};
	const opened = await open(options.readOnly ?? false);
	const stdin = new PassThrough();
	stdin.end(lines.map((line) => `${line}\n`).join(''));
	let out = '';
	const stdout = new Writable({
		write(chunk, _, done) {
			out += String(chunk);
			done();
		},
	});
	const code = await runLinear({
		...opened,
		terminal: {
			stdin: stdin as unknown as NodeJS.ReadStream,
			stdout: stdout as unknown as NodeJS.WriteStream,
		},
	});
	await opened.store.close();
	const after = await open(true);
	await after.store.close();
	return {out: out.trimEnd().split('\n').slice(1), code, sheet: after.sheet};
}
