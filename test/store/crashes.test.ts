import {test} from 'vitest';
import {crashChange} from './crash-writer.ts';
import {expectUsable, killOften, makeStore} from './crasher.ts';

/** Users of the stores that one process writes; the first one is large enough for a worker and for changes of several lines. */
const sizes = [600, 40, 40, 40, 40, 3, 3, 3, 3, 3, 3, 3];
const kills = 14;

test(`${kills} kills of a process that writes ${sizes.length} stores lose nothing, halve nothing, and leave the history whole`, {
	timeout: 180_000,
}, async () => {
	const stores = await Promise.all(sizes.map(makeStore));
	await killOften({script: 'crash-writer.ts', kills, nextChange: crashChange}, stores);
	for (const {directory} of stores) await expectUsable(directory, crashChange);
});
