/** The part of standard input that a {@link tapInput} needs. */
export type TappedInput = Pick<NodeJS.EventEmitter, 'on' | 'off' | 'listenerCount'>;

/**
 * Hands every chunk that Ink reads from `stdin` to `onChunk` too, and nothing while Ink does not read: when it has given
 * the terminal to another program, a listener of ours for `data` would set the stream flowing and take that program's
 * input. Returns what ends it.
 */
export function tapInput(stdin: TappedInput, onChunk: (chunk: string) => void): () => void {
	let tapped = false;
	const read = (chunk: string | Uint8Array) => {
		onChunk(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
	};
	const tap = () => {
		if (tapped) return;
		tapped = true;
		stdin.on('data', read);
	};
	const untap = () => {
		tapped = false;
		stdin.off('data', read);
	};
	const added = (event: string | symbol) => {
		if (event === 'readable') tap();
	};
	const removed = (event: string | symbol) => {
		if (event === 'readable' && stdin.listenerCount('readable') === 0) untap();
	};

	stdin.on('newListener', added);
	stdin.on('removeListener', removed);
	if (stdin.listenerCount('readable') > 0) tap();
	return () => {
		stdin.off('newListener', added);
		stdin.off('removeListener', removed);
		untap();
	};
}
