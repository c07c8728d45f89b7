import {defineConfig} from 'vitest/config';

/** Tests of the screen load Ink, React and an emulator: one worker that runs many files takes a third of the time. */
const onScreen = ['test/app/**/*.test.{ts,tsx}', 'test/scenarios/**/*.test.{ts,tsx}'];

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		testTimeout: 20_000,
		hookTimeout: 20_000,
		// Many tests wait for processes: more workers than cores keep both cores busy.
		maxWorkers: 3,
		projects: [
			{extends: true, test: {name: 'screen', include: onScreen, isolate: false}},
			{extends: true, test: {name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: onScreen}},
		],
	},
});
