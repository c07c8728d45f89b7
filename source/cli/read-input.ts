import type {Problem} from '../domain/problem.ts';
import {largestCsv, readNamedFile, tooLarge} from '../files/read-file.ts';
import type {Io} from './io.ts';

/** The bytes of a file, or of standard input where the file is `-`. */
export async function readInput(
	file: string,
	io: Io,
): Promise<{readonly bytes: Uint8Array} | {readonly problem: Problem}> {
	if (file !== '-') return readNamedFile(file, {most: largestCsv});
	const bytes = await io.stdin.read(largestCsv);
	return bytes === 'too-large' ? {problem: tooLarge('standard input', largestCsv)} : {bytes};
}
