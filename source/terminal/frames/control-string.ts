/** CSI other than SGR, OSC with its terminator, and the bell: nothing that could be part of a frame. */
const leadingControls =
	/^(?:\u001b\[[\u0020-\u003f]*[@-ln-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u0007)+/;
const alternateScreen = '1049';

/**
 * Parts what Ink or the app writes into what is for the terminal itself (a mode switched, text for the clipboard) and
 * the frame after it; each may be empty.
 */
export function splitControls(text: string): {readonly controls: string; readonly frame: string} {
	const controls = leadingControls.exec(text)?.[0] ?? '';
	return {controls, frame: text.slice(controls.length)};
}

/** Whether it leaves the alternate screen: what we drew there is gone, and nothing may be drawn on the screen below. */
export function leavesAlternateScreen(text: string): boolean {
	return text.includes(`\u001b[?${alternateScreen}l`);
}

/** Whether it enters the alternate screen. */
export function entersAlternateScreen(text: string): boolean {
	return text.includes(`\u001b[?${alternateScreen}h`);
}

/**
 * Takes back what a program that was killed may have left: other forms of keys (modifyOtherKeys, kitty, application mode), the
 * mouse and focus told, other margins, no wrapping, inserting, another alphabet, a colour.
 */
export const usualModes =
	'\u001b[>4m\u001b[=0;1u\u001b[?1l\u001b>\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1006l\u001b[?1004l' +
	'\u001b[r\u001b[?6l\u001b[?7h\u001b[4l\u001b(B\u000f\u001b[m';

/** Remembers the private modes that were changed, so that a terminal which lost them can be given them again. */
export class TerminalModes {
	readonly #changed = new Map<string, string>();

	/** Notes the modes that a control string switches. */
	note(text: string): void {
		for (const [sequence, mode = '', state = ''] of text.matchAll(/\u001b\[\?(\d+)([hl])/g)) {
			// What is back at its default needs no repeating; only the cursor is shown by default.
			const isDefault = state === (mode === '25' ? 'h' : 'l');
			if (isDefault) this.#changed.delete(mode);
			else this.#changed.set(mode, sequence);
		}
	}

	/** The sequences that switch them back, the last one first. */
	get inverse(): string {
		const back = [...this.#changed].reverse();
		return back.map(([mode, sequence]) => `\u001b[?${mode}${sequence.endsWith('h') ? 'l' : 'h'}`).join('');
	}

	/** The sequences that switch them again, in the order in which they came. */
	get sequences(): string {
		return [...this.#changed.values()].join('');
	}
}
