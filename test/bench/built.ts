/**
 * What is measured is what is shipped: the modules that `npm run build` makes, with the types of their sources. (Node
 * could not load the sources: it strips types, but does not know JSX.)
 */
export async function loadBuilt() {
	const [app, runApp, inkInput, frameWriter, gridState, model, runEffect, runtime, openStore, change] =
		await Promise.all([
			load<typeof import('../../source/ui/app.tsx')>('ui/app.js'),
			load<typeof import('../../source/ui/run-app.tsx')>('ui/run-app.js'),
			load<typeof import('../../source/terminal/input/ink-input.ts')>('terminal/input/ink-input.js'),
			load<typeof import('../../source/terminal/frames/frame-writer.ts')>('terminal/frames/frame-writer.js'),
			load<typeof import('../../source/app/screens/users/users-state.ts')>(
				'app/screens/users/users-state.js',
			),
			load<typeof import('../../source/app/model.ts')>('app/model.js'),
			load<typeof import('../../source/shell/run-effect.ts')>('shell/run-effect.js'),
			load<typeof import('../../source/shell/runtime.ts')>('shell/runtime.js'),
			load<typeof import('../../source/store/open-store.ts')>('store/open-store.js'),
			load<typeof import('../../source/domain/change.ts')>('domain/change.js'),
		]);
	return {
		...app,
		...runApp,
		...inkInput,
		...frameWriter,
		...gridState,
		...model,
		...runEffect,
		...runtime,
		...openStore,
		...change,
	};
}

/** Everything of the built program that a benchmark uses. */
export type Built = Awaited<ReturnType<typeof loadBuilt>>;

/** Full path of the built command line. */
export const builtCli = new URL('../../dist/cli.js', import.meta.url).pathname;

/** One built module, by its path in `dist`. */
export async function load<Exports>(path: string): Promise<Exports> {
	return await import(new URL(`../../dist/${path}`, import.meta.url).href);
}
