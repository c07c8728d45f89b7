import type {FileContent} from '../csv/file-content.ts';
import {exportChunks, formatTemplate} from '../csv/format-export.ts';
import {formatRejects} from '../csv/format-rejects.ts';
import {handOutChunks, handOutForm} from '../domain/hand-out/format-hand-out.ts';
import {runSliced} from '../store/run-sliced.ts';

/**
 * The text of a file, put together in slices.
 *
 * @param path its name, which may ask for a form
 */
export function formatContent(content: FileContent, path: string): string | Promise<string> {
	switch (content.kind) {
		case 'export':
			return runSliced(joinPieces(exportChunks(content.users, content.profiles, {exact: false})));
		case 'template':
			return formatTemplate();
		case 'hand-out':
			return runSliced(joinPieces(handOutChunks(content.users, handOutForm(path))));
		case 'rejects':
			return formatRejects(content.table, content.rejected, content.hash);
	}
}

function* joinPieces(pieces: Iterable<string>): Generator<void, string, void> {
	const joined: string[] = [];
	for (const piece of pieces) {
		joined.push(piece);
		yield;
	}
	return joined.join('');
}
