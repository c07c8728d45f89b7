import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import type {Problem} from '../domain/problem.ts';
import {fileProblem} from '../files/file-problem.ts';
import {writeFileWhole} from '../files/write-file.ts';
import type {Delivery, MailRoute} from './delivery.ts';

/** Names that are tried for one message: as many messages to a user may wait in one folder. */
const mostTurns = 1000;

/**
 * Messages as files in a folder, each whole or not there, for its owner alone, and never over another one. The folder is made
 * where it is missing.
 *
 * @param refuse says why a file must not be written there
 */
export async function openOutboxRoute(
	folder: string,
	refuse: (file: string) => Problem | undefined,
): Promise<MailRoute | {readonly problem: Problem}> {
	try {
		await mkdir(folder, {recursive: true, mode: 0o700});
	} catch (error) {
		return {problem: fileProblem('written', folder, error)};
	}
	return {
		async deliver({fileName, mime}): Promise<Delivery> {
			for (let turn = 1; turn <= mostTurns; turn += 1) {
				const file = path.join(folder, `${fileName(turn)}.eml`);
				const problem = await writeFileWhole(file, mime, {force: false, refuse});
				if (problem === undefined) return {result: 'accepted'};
				if (problem.code !== 'file-exists') return {result: 'deferred', reason: problem};
			}
			return {result: 'deferred', reason: folderIsFull};
		},
		close() {},
	};
}

const folderIsFull = {
	code: 'outbox-full',
	message: `There are ${mostTurns} messages to this user in the outbox.`,
	short: 'Too many in the outbox',
	fix: 'Send them, or move them away.',
};
