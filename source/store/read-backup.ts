import {readFileSync, statSync} from 'node:fs';
import type {Sheet} from '../domain/sheet.ts';
import {decodeSheet} from './decode-sheet.ts';
import {type Failed, failed, readFailure} from './store-error.ts';

/** Reads a dated copy, or any checkpoint, with the same checks as a store. */
export function readBackup(file: string): {readonly sheet: Sheet} | Failed {
	try {
		if (!statSync(file).isFile()) {
			return failed('unreadable', file, `${file} cannot be read: it is no ordinary file.`);
		}
		const decoded = decodeSheet(readFileSync(file, 'utf8'));
		return 'kind' in decoded ? refuse(file, decoded.kind, decoded.reason) : {sheet: decoded.sheet};
	} catch (error) {
		return readFailure(file, error);
	}
}

function refuse(file: string, kind: 'damaged' | 'newer', reason: string): Failed {
	return failed(
		kind,
		file,
		kind === 'newer'
			? `${file} was written by a newer usersheet: ${reason}. Install the newer version. Nothing was changed.`
			: `${file} is damaged: ${reason}. Choose another backup. Nothing was changed.`,
	);
}
