import {expect, test} from 'vitest';
import {crashPassphrase} from './crash-line.ts';
import {expectUsable, killOften, makeStore} from './crasher.ts';
import {nextImport} from './import-writer.ts';
import {good, open, unlock} from './store-folder.ts';

/** Users of the stores that one process imports into; for the first one a change takes several lines. */
const sizes = [300, 120, 40, 40, 3, 3, 3, 3, 3];
const kills = 5;

test(`${kills} kills of a process that imports files into ${sizes.length} stores leave each import whole or not there`, {
	timeout: 180_000,
}, async () => {
	const stores = await Promise.all(sizes.map(makeStore));
	await killOften({script: 'import-writer.ts', kills, nextChange: nextImport}, stores);
	for (const {directory} of stores) {
		const {store} = await open(directory, true, await unlock(directory, crashPassphrase));
		// The first change has made the store.
		const imports = good(await store.entries()).filter(({revision}) => revision > 1);
		expect(imports.filter(({origination}) => origination.from !== 'import')).toEqual([]);
		await expectUsable(directory, nextImport);
	}
});
