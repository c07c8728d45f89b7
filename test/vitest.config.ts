import {defineConfig} from 'vitest/config';

/** Most tests load the same modules: one worker that runs many files takes a third of the time. */
const together = ['app', 'shell', 'scenarios', 'domain', 'csv', 'files', 'cli'].map(
	(folder) => `test/${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		testTimeout: 20_000,
		hookTimeout: 20_000,
		// Many tests wait for processes: more workers than cores keep both cores busy.
		maxWorkers: 3,
		projects: [
			{extends: true, test: {name: 'together', include: together, isolate: false}},
			// What touches signals, locks, the settings of colours and modules themselves is kept apart.
			{extends: true, test: {name: 'apart', include: ['test/**/*.test.{ts,tsx}'], exclude: together}},
		],
	},
});
