import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import type {ImportOptions} from '../csv/import-plan.ts';
import {planImport} from '../csv/plan/plan-import.ts';
import {readTable} from '../csv/read-table.ts';
import type {Change} from '../domain/change.ts';
import {defaultProfile, type Profile} from '../domain/profile.ts';
import type {Sheet} from '../domain/sheet.ts';
import {finishWork} from '../domain/work.ts';
import {openStore} from '../store/open-store.ts';
import type {Access, Context} from './context.ts';

/** A store in a temporary folder, and how to be rid of it. */
export type DemoStore = Pick<Context, 'directory' | 'openSheet'> & {readonly remove: () => void};

const options: ImportOptions = {
	profile: {from: 'csv'},
	partial: true,
	overwrite: false,
	matchBy: 'id',
	blankColumns: 'keep',
	duplicates: 'create',
	unknownRows: 'create',
	otherPerson: 'take',
	doubtful: 'take',
};

/** Makes a store with the sample users, which is gone when it is removed, or at the latest when the process ends. */
export function createDemoStore(isReadOnly: boolean): DemoStore {
	const directory = mkdtempSync(join(tmpdir(), 'usersheet-demo-'));
	const remove = (): void => rmSync(directory, {recursive: true, force: true});
	process.once('exit', remove);
	return {
		directory,
		remove: () => {
			process.off('exit', remove);
			remove();
		},
		openSheet: async (access: Access) => {
			const opened = await openStore({directory, readOnly: false});
			if ('error' in opened) return opened;
			const filled = await opened.store.commit(fillChange(opened.sheet), opened.sheet);
			await opened.store.close();
			if ('error' in filled) return filled;
			return openStore({directory, readOnly: isReadOnly || access === 'read'});
		},
	};
}

function fillChange(sheet: Sheet): Change {
	const profiles = readProfiles();
	const table = finishWork(readTable(readSample('clean-25.csv')));
	const plan =
		'refused' in table ? table : finishWork(planImport(table, options, {...sheet, profiles}, 'samples'));
	if ('refused' in plan) throw new Error(`The samples of usersheet cannot be read. ${plan.refused.message}`);
	return {...plan.change, label: 'Sample users', profiles: [sheet.profiles, profiles]};
}

/** Fields that a sample leaves out are those of the profile of a new sheet. */
function readProfiles(): readonly Profile[] {
	const written = JSON.parse(
		new TextDecoder().decode(readSample('profiles.json')),
	) as readonly Partial<Profile>[];
	return written.map((profile) => ({...defaultProfile, ...profile}));
}

function readSample(name: string): Uint8Array {
	return readFileSync(new URL(`../../samples/${name}`, import.meta.url));
}
