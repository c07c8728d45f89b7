import {defaultDirectory} from '../store/default-directory.ts';
import {openStore} from '../store/open-store.ts';
import type {Context} from './context.ts';
import {createDemoStore} from './demo-store.ts';
import type {Io} from './io.ts';
import type {GlobalFlags} from './program.ts';

/** Runs a command on the store that the flags and the environment name, or on a demo store that is gone afterwards. */
export async function runInContext(
	flags: GlobalFlags,
	io: Io,
	run: (context: Context) => Promise<number>,
): Promise<number> {
	const readOnly = flags.readOnly === true;
	if (flags.demo === true) {
		const demo = createDemoStore(readOnly);
		try {
			return await run({io, directory: demo.directory, isDemo: true, openSheet: demo.openSheet});
		} finally {
			demo.remove();
		}
	}
	const directory = flags.store || io.env.USERSHEET_STORE || defaultDirectory();
	return run({
		io,
		directory,
		isDemo: false,
		openSheet: (access) => openStore({readOnly: readOnly || access === 'read', directory}),
	});
}
