import type {Message} from '../app/message.ts';
import type {Dispatch, EffectRunners} from './effect-runners.ts';

/** Milliseconds after Esc in which a digit makes a function key of it. */
const escapeTime = 1000;
/** Milliseconds without a key for which PINs stay on the screen (rules.md 3.19). */
const revealTime = 60_000;

/** What can be done with the terminal's screen, beside what the model says. */
export type ScreenAccess = {
	/** Draws the whole screen again. */
	readonly redraw: () => void;
	/** Sends a control sequence for the terminal itself, between two frames. */
	readonly writeAside: (sequence: string) => void;
	/** Gives the terminal to another program until `use` is over, which is told when usersheet is to end meanwhile. */
	readonly lend: (use: (ended: AbortSignal) => Promise<void>) => Promise<void>;
};

/** What only the terminal and its clock can do. */
export function createScreenRunners(screen: ScreenAccess) {
	return {
		'escape/wait': tellLater({type: 'escape/expire'}, escapeTime),
		'screen/hide-later': tellLater({type: 'screen/hide-secrets'}, revealTime),
		'screen/redraw': () => screen.redraw(),
	} satisfies EffectRunners<'escape/wait' | 'screen/hide-later' | 'screen/redraw'>;
}

/** Sends a message some milliseconds after the last call. Code that waits for the loop to be idle does not wait for this. */
function tellLater(message: Message, time: number): (effect: unknown, dispatch: Dispatch) => void {
	let timer: NodeJS.Timeout | undefined;
	return (_, dispatch) => {
		clearTimeout(timer);
		timer = setTimeout(() => dispatch(message), time).unref();
	};
}
