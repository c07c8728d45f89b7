/**
 * A process of its own that is meant to be killed: it runs `usersheet import`, creating and overwriting by turns, on
 * several stores at the same time.
 */

import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {main} from '../../source/cli/main.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import type {Change} from '../../source/domain/change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {openStore} from '../../source/store/open-store.ts';
import {unlockStore} from '../../source/store/passphrase/unlock-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {crashPassphrase, printLine, runWhenAsked} from './crash-line.ts';

/** The file that is imported next into a sheet, always the same; one of its rows is rejected. */
export function nextFile({revision, users}: Sheet): {readonly overwrite: boolean; readonly text: string} {
	const overwrite = revision % 3 !== 1 || users.length > 2000;
	const rows = overwrite
		? users.map(({id}) => `${id},First ${revision},secret-${revision}`)
		: Array.from(
				{length: 3 + Math.floor(users.length / 10)},
				(_, index) => `Last ${revision}-${index},user-${revision}-${index}@example.com,00${revision}`,
			);
	const header = overwrite ? 'ID,First name,PBX SIP password' : 'Last name,Email address,PBX SIP password';
	return {overwrite, text: `${[header, ...rows, '999999,nobody,'].join('\n')}\n`};
}

/** What the import of that file does to the sheet. */
export function nextImport(sheet: Sheet): Change {
	const {overwrite, text} = nextFile(sheet);
	const table = finishWork(parseCsv(text, 'utf-8'));
	if ('refused' in table) throw new Error(table.refused.message);
	const options = {
		profile: {from: 'choice', name: 'Default'},
		partial: true,
		overwrite,
		matchBy: 'id',
		blankColumns: 'undecided',
		duplicates: 'create',
		unknownRows: 'create',
		otherPerson: 'take',
		doubtful: 'take',
	} as const;
	const plan = finishWork(planImport(table, options, sheet, 'users.csv'));
	if ('refused' in plan) throw new Error(plan.refused.message);
	if (plan.rejected.length !== 1) throw new Error(`${plan.rejected.length} rows are rejected`);
	return plan.change;
}

async function work(directory: string, index: number): Promise<void> {
	const seal = await unlockStore(directory, async () => crashPassphrase);
	if (isStoreError(seal)) return printLine({failed: seal.error.message});
	const opened = await openStore({directory, readOnly: true, seal});
	if (isStoreError(opened)) return printLine({failed: opened.error.message});
	await opened.store.close();
	const file = path.join(path.dirname(directory), 'users.csv');
	for (let {sheet} = opened; ; sheet = applyChange(sheet, nextImport(sheet))) {
		const {overwrite, text} = nextFile(sheet);
		writeFileSync(file, text);
		const command = ['import', file, '--partial', ...(overwrite ? ['--overwrite'] : [])];
		const {code, error} = await runCommand(['--store', directory, ...command]);
		if (code !== 3) return printLine({failed: `exit code ${code}: ${error}`});
		printLine({store: index, revision: sheet.revision + 1});
	}
}

async function runCommand(argv: readonly string[]): Promise<{readonly code: number; readonly error: string}> {
	let error = '';
	const code = await main(argv, {
		stdin: {
			isTerminal: false,
			read: async () => new Uint8Array(),
			hidden: {ask: async () => crashPassphrase, handOver: async () => {}, release: async () => {}},
		},
		stdout: {isTerminal: false, columns: 80, write: async () => {}},
		stderr: {
			isTerminal: false,
			columns: 80,
			write: async (data) => {
				error += String(data);
			},
		},
		finish: async () => undefined,
		env: process.env,
		randomInteger: () => 0,
	});
	return {code, error};
}

if (import.meta.main) runWhenAsked(work);
