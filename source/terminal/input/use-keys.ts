import {usePaste, useStdin} from 'ink';
import {useEffectEvent, useLayoutEffect} from 'react';
import type {Input} from './input.ts';
import {createKeyDecoder} from './key-decoder.ts';

/**
 * All input of the app: every key and each paste whole, in the order typed, also where several arrive before React draws. So
 * decide nothing in the callback from what was rendered: dispatch. Ink's `stdin` has to be an `InkInput`.
 */
export function useKeys(onInput: (input: Input) => void): void {
	const {stdin, setRawMode} = useStdin();
	const inputEvent = useEffectEvent(onInput);

	// Ink switches bracketed paste on and off with this, also around a program that has the terminal for a while.
	usePaste(leavePaste);

	// A layout effect is done before the first frame is drawn: type-ahead from then on is not echoed into it.
	useLayoutEffect(() => {
		const end = decodeInput(stdin, (input) => inputEvent(input));
		setRawMode(true);
		return () => {
			setRawMode(false);
			end();
		};
	}, [stdin, setRawMode]);
}

function leavePaste(): void {}

/** Decodes what is read, with the waits of the decoder in real time. Returns what ends it. */
function decodeInput(source: NodeJS.EventEmitter, onInput: (input: Input) => void): () => void {
	const decoder = createKeyDecoder();
	let timer: NodeJS.Timeout | undefined;
	let turn: NodeJS.Immediate | undefined;
	const stopWaiting = (): void => {
		clearTimeout(timer);
		clearImmediate(turn);
	};
	const take = (inputs: readonly Input[]): void => {
		stopWaiting();
		const patience = decoder.patience();
		if (patience !== undefined) timer = setTimeout(letReadFirst, patience);
		for (const input of inputs) onInput(input);
	};
	// Where the loop was busy for longer than the wait, what came meanwhile is still to be read: it decides.
	const letReadFirst = (): void => {
		turn = setImmediate(() => take(decoder.timeOut()));
	};
	const read = (bytes: Uint8Array): void => take(decoder.feed(bytes));
	source.on('bytes', read);
	return () => {
		source.off('bytes', read);
		stopWaiting();
	};
}
