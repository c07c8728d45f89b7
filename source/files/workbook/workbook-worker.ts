/** A worker thread that reads one workbook, answers and ends: a large one takes seconds, and memory that the end of the thread gives back. */
import {setPriority} from 'node:os';
import {parentPort, workerData} from 'node:worker_threads';
import {EncryptedFileError} from 'hucre';
import {readXlsx} from 'hucre/xlsx';
import {measureArchive} from './measure-archive.ts';
import {sheetText} from './sheet-text.ts';
import type {WorkbookAnswer, WorkbookTask} from './workbook-task.ts';

// On Linux this is about the calling thread alone: on a machine with few processors, key presses come first.
if (process.platform === 'linux') setPriority(0, 5);

const answer = await readTask(workerData);
parentPort?.postMessage(answer, 'csv' in answer ? [answer.csv.buffer] : []);

async function readTask({bytes, sheet: wanted, most}: WorkbookTask): Promise<WorkbookAnswer> {
	const archive = measureArchive(bytes, most);
	if (archive === 'too-large') return {failed: 'too-large'};
	if (archive === undefined) return {failed: 'damaged'};
	const sheets: string[] = [];
	try {
		const workbook = await readXlsx(bytes, {
			readStyles: true,
			sheets({name, hidden = false, veryHidden = false}) {
				const isShown = !hidden && !veryHidden;
				if (isShown) sheets.push(name);
				return wanted === undefined ? isShown && sheets.length === 1 : name === wanted;
			},
		});
		const [sheet] = workbook.sheets;
		if (sheet === undefined) return {failed: 'no-sheet', sheets};
		return {csv: new TextEncoder().encode(sheetText(sheet)), sheet: sheet.name, sheets};
	} catch (error) {
		return {failed: error instanceof EncryptedFileError ? 'password' : 'damaged'};
	}
}
