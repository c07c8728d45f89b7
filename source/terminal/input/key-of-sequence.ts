import {keyOfCode} from './key-of-code.ts';
import {type KeyPress, keyOfName, keyOfText, type Modifiers, modifiersOf} from './key-press.ts';

/** Keys by the last letter of CSI and SS3. */
const letters: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	P: 'f1',
	Q: 'f2',
	R: 'f3',
	S: 'f4',
};

/** Keys by the number before the `~` of CSI. */
const numbers: Readonly<Record<number, string>> = {
	...{1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end'},
	...{11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10'},
	...{
		23: 'f11',
		24: 'f12',
		25: 'f13',
		26: 'f14',
		28: 'f15',
		29: 'f16',
		31: 'f17',
		32: 'f18',
		33: 'f19',
		34: 'f20',
	},
};

/** What rxvt ends a key with instead of telling the modifiers as others do. */
const rxvtEnds: Readonly<Record<string, Modifiers>> = {
	$: {shift: true},
	'^': {ctrl: true},
	'@': {ctrl: true, shift: true},
};

/** A numeric keypad that another program left in application mode: ESC O and one of these. */
const keypad: Readonly<Record<string, string>> = {
	...Object.fromEntries(Array.from('pqrstuvwxy', (letter, digit) => [letter, String(digit)])),
	...{j: '*', k: '+', l: ',', m: '-', n: '.', o: '/', X: '='},
};

/** The number that an event of the kitty protocol has when a key is let go. */
const release = 3;

/**
 * The key of a whole CSI or SS3 sequence, without its Esc: of xterm, tmux, PuTTY, rxvt and the Linux console, with
 * modifiers, and in the forms CSI u, modifyOtherKeys and kitty. Undefined for what is no key, or none that we know: a
 * release, reports of mouse and focus, answers of the terminal.
 */
export function keyOfSequence(sequence: string): KeyPress | undefined {
	if (sequence.startsWith('O')) return keyOfSs3(sequence.slice(1, -1), sequence.slice(-1));
	// The Linux console's F1 to F5.
	const console = /^\[\[([A-E])$/.exec(sequence)?.[1];
	if (console !== undefined) return {chord: `f${'ABCDE'.indexOf(console) + 1}`};
	const [, body = '', end = ''] = /^\[([0-9:;]*)([@-~$])$/.exec(sequence) ?? [];
	const parameters = body.split(';').map((part) => part.split(':').map(Number));
	return end === '' ? undefined : keyOfCsi(parameters, end);
}

function keyOfSs3(modifier: string, end: string): KeyPress | undefined {
	if (end === 'M') return {chord: 'enter'};
	const typed = keypad[end];
	if (typed !== undefined) return keyOfText(typed);
	// rxvt's Ctrl+arrows.
	if (/[a-d]/.test(end)) return named(letters[end.toUpperCase()], {ctrl: true});
	return named(letters[end], modifiersOf(Number(modifier || 1)));
}

function keyOfCsi(parameters: readonly (readonly number[])[], end: string): KeyPress | undefined {
	const [first = 0] = parameters[0] ?? [];
	const [bits = 1, event = 1] = parameters[1] ?? [];
	if (event === release) return undefined;
	const modifiers = modifiersOf(bits);
	if (end === 'u') return keyOfCode(parameters, modifiers);
	if (end === 'Z') return {chord: 'shift+tab'};
	const rxvt = rxvtEnds[end];
	if (rxvt !== undefined) return named(numbers[first], rxvt);
	if (/[a-d]/.test(end)) return named(letters[end.toUpperCase()], {shift: true});
	if (end !== '~') return first <= 1 ? named(letters[end], modifiers) : undefined;
	return first === 27 ? keyOfCode([parameters[2] ?? []], modifiers) : named(numbers[first], modifiers);
}

function named(name: string | undefined, modifiers: Modifiers): KeyPress | undefined {
	return name === undefined ? undefined : keyOfName(name, modifiers);
}
