/** The cell of the screen that a mouse was on, counted from 0, and the keys that were held. */
export type PointerPlace = {
	readonly row: number;
	readonly column: number;
	readonly shift: boolean;
	readonly alt: boolean;
	readonly ctrl: boolean;
};

/** What a mouse did, and where. */
export type Pointer = PointerPlace &
	(
		| {readonly action: 'press' | 'drag' | 'release'; readonly button: 'left' | 'middle' | 'right'}
		| {readonly action: 'wheel'; readonly direction: 'up' | 'down' | 'left' | 'right'}
	);

/** Makes a terminal tell presses, drags and the wheel, in the form that has no largest column (1002, 1006). */
export const mouseOn = '\u001b[?1002h\u001b[?1006h';
/** Makes it tell nothing of them. */
export const mouseOff = '\u001b[?1006l\u001b[?1002l';

const report = /^\[<(\d{1,3});(\d{1,5});(\d{1,5})([Mm])$/;
const buttons = ['left', 'middle', 'right'] as const;
const directions = ['up', 'down', 'left', 'right'] as const;

/**
 * What a whole mouse report tells, without its Esc: `[<0;10;5M` is the left button pressed in column 9 of row 4. Undefined
 * for what is none, for a mouse that moves without a button, and for buttons beyond the wheel.
 */
export function pointerOfSequence(sequence: string): Pointer | undefined {
	const [, told, x, y, end] = report.exec(sequence) ?? [];
	if (told === undefined) return undefined;
	const bits = Number(told);
	const place = {
		row: Math.max(0, Number(y) - 1),
		column: Math.max(0, Number(x) - 1),
		shift: (bits & 4) !== 0,
		alt: (bits & 8) !== 0,
		ctrl: (bits & 16) !== 0,
	};
	const [isMove, isWheel, isOther] = [(bits & 32) !== 0, (bits & 64) !== 0, bits >= 128];
	const direction = directions[bits & 3];
	if (isWheel && !isOther && !isMove && end === 'M' && direction !== undefined)
		return {...place, action: 'wheel', direction};
	const button = buttons[bits & 3];
	if (isWheel || isOther || button === undefined) return undefined;
	if (end === 'm') return {...place, action: 'release', button};
	return {...place, action: isMove ? 'drag' : 'press', button};
}
