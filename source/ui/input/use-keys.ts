import {EventEmitter} from 'node:events';
import {emitKeypressEvents, type Interface} from 'node:readline';
import {usePaste, useStdin} from 'ink';
import {useEffectEvent, useLayoutEffect} from 'react';
import type {Key} from '../../app/key.ts';
import type {NodeKey} from './key.ts';
import {createKeyReader} from './key-reader.ts';
import {tapInput} from './tap-input.ts';

/** Longer than a terminal takes to send an escape sequence, shorter than a person who waits for Esc to act. */
const escapeCodeTimeout = 50;

/**
 * All input of the app: every key in the order typed, and each paste whole, also where several arrive before React
 * draws. So decide nothing in the callbacks from what was rendered: dispatch. Standard input has to be a terminal.
 */
export function useKeys(onKey: (key: Key) => void, onPaste: (text: string) => void): void {
	const {stdin, setRawMode} = useStdin();
	const keyEvent = useEffectEvent(onKey);
	const pasteEvent = useEffectEvent(onPaste);

	// Ink switches bracketed paste on and off with this, also around a program that has the terminal for a while. The
	// text is taken from the key presses instead, which keep the order of what is typed before and after it.
	usePaste(leavePaste);

	// A layout effect is done before the first frame is drawn: type-ahead from then on is not echoed into it.
	useLayoutEffect(() => {
		const reader = createKeyReader({onKey: (key) => keyEvent(key), onPaste: (text) => pasteEvent(text)});
		const source = decodeKeypresses(reader.keypress);
		const untap = tapInput(stdin, (chunk) => {
			source.emit('data', chunk);
			reader.endOfChunk();
		});
		setRawMode(true);
		return () => {
			setRawMode(false);
			untap();
			// An Esc that Node still waits on must not arrive after the end.
			source.removeAllListeners('keypress');
		};
	}, [stdin, setRawMode]);
}

function leavePaste(): void {}

/** An emitter that takes chunks as `data` events and calls back for each `keypress` that Node reads from them. */
function decodeKeypresses(onKeypress: (character: string | undefined, key: NodeKey) => void): EventEmitter {
	const source: unknown = new EventEmitter();
	const settings: unknown = {escapeCodeTimeout};
	// Node only listens and emits on it: it needs no stream, and on the real one its listener could never be taken off.
	// The settings are all that it reads of the interface that its types ask for.
	emitKeypressEvents(source as NodeJS.ReadableStream, settings as Interface);
	return (source as EventEmitter).on('keypress', onKeypress);
}
