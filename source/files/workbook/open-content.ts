import type {Problem} from '../../domain/problem.ts';
import {isWorkbook, readWorkbook} from './read-workbook.ts';

/** The bytes of a CSV file; where they come from a workbook, the sheet that they are, and all that it shows. */
type Content = {
	readonly bytes: Uint8Array;
	readonly workbook?: {readonly sheet: string; readonly sheets: readonly string[]};
};

/**
 * What is to be read of the bytes of a file that a person names: the bytes as they are, or a sheet of the workbook that they are.
 *
 * @param sheet name of a sheet; undefined for the first one that is shown
 * @throws only the signal's reason
 */
export async function openContent(
	bytes: Uint8Array,
	sheet: string | undefined,
	signal?: AbortSignal,
): Promise<Content | {readonly problem: Problem}> {
	if (!isWorkbook(bytes)) return {bytes};
	const read = await readWorkbook(bytes, sheet, signal);
	if ('finding' in read) return {problem: {severity: 'error', ...read.finding}};
	return {bytes: read.csv, workbook: {sheet: read.sheet, sheets: read.sheets}};
}
