import {readFile} from 'node:fs/promises';
import type {Problem} from '../domain/problem.ts';
import {fileProblem} from '../files/file-problem.ts';
import {locateFile} from '../files/locate-file.ts';
import type {Io} from './io.ts';

/** The bytes of a file, or of standard input where the file is `-`. */
export async function readInput(
	file: string,
	io: Io,
): Promise<{readonly bytes: Uint8Array} | {readonly problem: Problem}> {
	try {
		return {bytes: file === '-' ? await io.stdin.read() : await readFile(await locateFile(file))};
	} catch (error) {
		return {problem: fileProblem('read', file, error)};
	}
}
