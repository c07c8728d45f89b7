import {EventEmitter} from 'node:events';
import {emitKeypressEvents, type Interface} from 'node:readline';
import {createKeyReader} from '../../../source/ui/input/key-reader.ts';

/** What the chunks are read as, through Node's own decoder: chords, and pastes in quotation marks. */
export function readKeys(...chunks: readonly string[]): readonly string[] {
	const keys: string[] = [];
	const reader = createKeyReader({
		onKey: ({chord, text}) =>
			keys.push(text === undefined || text === chord || chord === 'space' ? chord : `${chord}!`),
		onPaste: (text) => keys.push(JSON.stringify(text)),
	});
	const source: unknown = new EventEmitter();
	const settings: unknown = {escapeCodeTimeout: 50};
	emitKeypressEvents(source as NodeJS.ReadableStream, settings as Interface);
	(source as EventEmitter).on('keypress', reader.keypress);
	for (const chunk of chunks) {
		(source as EventEmitter).emit('data', chunk);
		reader.endOfChunk();
	}
	return keys;
}
