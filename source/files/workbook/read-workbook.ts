import {extname} from 'node:path';
import {Worker} from 'node:worker_threads';
import {errorCode} from '../../domain/error-code.ts';
import {type Finding, quote} from '../../domain/problem.ts';
import type {WorkbookAnswer, WorkbookSheet, WorkbookTask} from './workbook-task.ts';

/** Bytes of an unpacked workbook: a sheet of 500,000 rows and 12 columns has 400 million. */
const mostUnpacked = 512 * 1024 * 1024;
/** Megabytes of values that reading may hold at a time. */
const mostMemory = 2048;

const zip = [0x50, 0x4b, 0x03, 0x04];

/** Whether the bytes are those of an Excel workbook: a zip archive with members in `xl/`, whose names are plain text at its end. */
export function isWorkbook(bytes: Uint8Array): boolean {
	if (!zip.every((byte, index) => bytes[index] === byte)) return false;
	return new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes('xl/workbook');
}

/**
 * Reads one sheet of an Excel workbook (.xlsx) in a thread of its own, as the text of a CSV file. Macros, links and what lies outside of the file are
 * never looked at.
 *
 * @param sheet its name; undefined for the first one that is not hidden
 * @throws only the signal's reason
 */
export async function readWorkbook(
	bytes: Uint8Array,
	sheet: string | undefined,
	signal?: AbortSignal,
): Promise<WorkbookSheet | {readonly finding: Finding}> {
	const answer = await runWorker({bytes, sheet, most: mostUnpacked}, signal);
	if ('csv' in answer) return answer;
	return {
		finding:
			answer.failed === 'no-sheet' ? describeNoSheet(sheet, answer.sheets ?? []) : failures[answer.failed],
	};
}

function runWorker(task: WorkbookTask, signal: AbortSignal | undefined): Promise<WorkbookAnswer> {
	const script = new URL(`./workbook-worker${extname(import.meta.url)}`, import.meta.url);
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const worker = new Worker(script, {
			workerData: task,
			execArgv: [],
			resourceLimits: {maxOldGenerationSizeMb: mostMemory},
		});
		const abort = (): void => {
			worker.terminate();
			reject(signal?.reason);
		};
		signal?.addEventListener('abort', abort, {once: true});
		worker.once('message', resolve);
		worker.once('error', (error) => {
			if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') resolve({failed: 'too-large'});
			else reject(error);
		});
		worker.once('exit', (code) => {
			signal?.removeEventListener('abort', abort);
			reject(new Error(`The reader of workbooks ended with ${code}`));
		});
	});
}

const failures: Readonly<Record<'too-large' | 'damaged' | 'password', Finding>> = {
	'too-large': {
		code: 'workbook-too-large',
		message: 'This Excel workbook is too large to be read.',
		short: 'The workbook is too large',
		fix: 'Copy the sheet of users to a workbook of its own, or save it as CSV UTF-8.',
	},
	damaged: {
		code: 'workbook-damaged',
		message: 'This Excel workbook is damaged, and its sheets cannot be read.',
		short: 'The workbook is damaged',
		fix: 'Open it in Excel and save it again.',
	},
	password: {
		code: 'workbook-password',
		message: 'This Excel workbook is protected with a password.',
		short: 'The workbook has a password',
		fix: 'Remove the password in Excel, or save the sheet as CSV UTF-8.',
	},
};

function describeNoSheet(sheet: string | undefined, sheets: readonly string[]): Finding {
	const hasSheets = sheets.length > 0;
	return {
		code: 'no-sheet',
		message:
			sheet === undefined
				? 'This Excel workbook has no sheet that is shown.'
				: `The workbook has no sheet ${quote(sheet)}.`,
		short: 'No such sheet',
		fix: hasSheets
			? `It has ${sheets.map((name) => quote(name)).join(', ')}.`
			: 'Show the sheet in Excel and save the workbook.',
	};
}
