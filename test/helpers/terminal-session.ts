import type {Sheet} from '../../source/domain/sheet.ts';
import type {Input} from '../../source/terminal/input/input.ts';
import {createKeyDecoder} from '../../source/terminal/input/key-decoder.ts';
import {messageOf} from '../../source/ui/message-of.ts';
import {type ModelSession, openSession} from './model-session.ts';

/** The loop with a keyboard at it, and a clock that only {@link TerminalSession.type} moves. */
export type TerminalSession = ModelSession & {
	/** Sends bytes, one read each; a number is so many milliseconds in which nothing comes. */
	readonly type: (chunks: readonly (string | Uint8Array | number)[]) => void;
};

/** How long the loop waits after Esc, in milliseconds. */
const escapeTime = 1000;

/** Opens a sheet in a loop of its own. */
export function openTerminalSession(
	sheet: Sheet,
	options: Parameters<typeof openSession>[1] = {},
): TerminalSession {
	const session = openSession(sheet, options);
	session.holdEscape = true;
	const decoder = createKeyDecoder();
	let now = 0;
	/** When the decoder, and the loop after Esc, wait no longer. */
	let decided = Number.POSITIVE_INFINITY;
	let expired = Number.POSITIVE_INFINITY;

	const take = (inputs: readonly Input[]): void => {
		decided = now + (decoder.patience() ?? Number.POSITIVE_INFINITY);
		for (const input of inputs) {
			const before = session.model().recentEscape;
			session.send(messageOf(input));
			const after = session.model().recentEscape;
			if (after !== before) expired = after === undefined ? Number.POSITIVE_INFINITY : now + escapeTime;
		}
	};
	const wait = (until: number): void => {
		while (Math.min(decided, expired) <= until) {
			now = Math.min(decided, expired);
			if (now === decided) take(decoder.timeOut());
			else {
				expired = Number.POSITIVE_INFINITY;
				session.send({type: 'escape/expire'});
			}
		}
		now = until;
	};
	return Object.assign(session, {
		type: (chunks: readonly (string | Uint8Array | number)[]) => {
			for (const chunk of chunks) {
				if (typeof chunk === 'number') wait(now + chunk);
				else take(decoder.feed(Buffer.from(chunk)));
			}
		},
	});
}
