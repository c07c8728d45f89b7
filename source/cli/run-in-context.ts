import {defaultDirectory} from '../store/default-directory.ts';
import {openStore} from '../store/open-store.ts';
import {unlockStore} from '../store/passphrase/unlock-store.ts';
import {plainSeal, type Seal} from '../store/seal/seal.ts';
import {type Context, fail} from './context.ts';
import {createDemoStore} from './demo-store.ts';
import {exitCodes} from './exit-code.ts';
import type {GlobalFlags} from './global-flags.ts';
import {type Io, printLine} from './io.ts';
import {createAsk, readPassphrase} from './passphrase-source.ts';

/**
 * Runs a command on the store that the flags and the environment name, or on a demo store that is gone afterwards.
 *
 * @param onSaved is told of each change that the command has saved
 * @param keepsTerminal whether the terminal is not to show what is typed when the passphrase is known, as a screen takes over
 */
export async function runInContext(
	flags: GlobalFlags,
	io: Io,
	run: (context: Context) => Promise<number>,
	onSaved: () => void = () => {},
	keepsTerminal = false,
): Promise<number> {
	const isReadOnly = flags.readOnly === true;
	const runCommand = (context: Context) =>
		run({...context, openSheet: async (access) => tellSaved(await context.openSheet(access), onSaved)});
	if (flags.demo === true) return runInDemo(isReadOnly, io, runCommand);
	const fd = flags.passphraseFd;
	const file = flags.passphraseFile ?? (fd === undefined ? io.env.USERSHEET_PASSPHRASE_FILE : undefined);
	const passphrase = await readPassphrase({file: file || undefined, fd}, io);
	if ('problem' in passphrase) return fail(io, exitCodes.usage, passphrase.problem);
	const directory = flags.store ?? (io.env.USERSHEET_STORE || defaultDirectory());
	const ask = createAsk(passphrase.given, io);
	const isNamed = flags.passphraseFile !== undefined || fd !== undefined;
	let unlocking: ReturnType<Context['unlock']> | undefined;
	const unlock = (): ReturnType<Context['unlock']> => {
		unlocking ??= unlockAndTell();
		return unlocking;
	};
	const unlockAndTell: typeof unlock = async () => {
		const seal = await unlockStore(directory, ask);
		if (!keepsTerminal) await io.stdin.hidden?.release();
		// A person relies on it: a key file that has gone must not go unnoticed.
		if (isNamed && seal === plainSeal)
			printLine(io.stderr, 'The store is not encrypted: no passphrase was needed.');
		return seal;
	};
	const openSheet: Context['openSheet'] = async (access) => {
		const seal = await unlock();
		if ('error' in seal) return seal;
		return openStore({readOnly: isReadOnly || access === 'read', directory, seal});
	};
	try {
		return await runCommand({io, directory, isDemo: false, isReadOnly, ask, unlock, openSheet});
	} finally {
		await io.stdin.hidden?.release();
	}
}

function tellSaved(
	opened: Awaited<ReturnType<Context['openSheet']>>,
	onSaved: () => void,
): Awaited<ReturnType<Context['openSheet']>> {
	if ('error' in opened) return opened;
	const {store} = opened;
	const commit: typeof store.commit = async (change, base, options) => {
		const committed = await store.commit(change, base, options);
		if (!('error' in committed)) onSaved();
		return committed;
	};
	return {...opened, store: {...store, commit}};
}

async function runInDemo(
	isReadOnly: boolean,
	io: Io,
	run: (context: Context) => Promise<number>,
): Promise<number> {
	const {directory, openSheet, remove} = createDemoStore(isReadOnly);
	try {
		const unlock = async (): Promise<Seal> => plainSeal;
		const ask = createAsk(undefined, io);
		return await run({io, directory, isDemo: true, isReadOnly, ask, unlock, openSheet});
	} finally {
		remove();
	}
}
