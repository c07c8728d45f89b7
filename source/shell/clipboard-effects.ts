import process from 'node:process';
import {clipboardSequence, longestClipboard} from '../terminal/clipboard/clipboard-sequence.ts';
import type {EffectRunners} from './effect-runners.ts';
import type {ScreenAccess} from './screen-effects.ts';

/** What puts texts on the terminal's clipboard. */
export function createClipboardRunners(screen: ScreenAccess) {
	return {
		'clipboard/copy': ({text}, dispatch) => {
			const sequence = clipboardSequence(text, process.env);
			if (sequence !== undefined) return screen.writeAside(sequence);
			const limit = `${Math.floor(longestClipboard / 1000)} kB`;
			const message = `That is over ${limit}, too long for the terminal's clipboard: it is copied inside usersheet only.`;
			dispatch({type: 'clipboard/refused', message});
		},
	} satisfies EffectRunners<'clipboard/copy'>;
}
