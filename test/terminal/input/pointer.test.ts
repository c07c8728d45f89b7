import {describe, expect, it} from 'vitest';
import {readKeys} from './read-keys.ts';

const reports: readonly (readonly [string, string])[] = [
	['\u001b[<0;10;5M', 'press left 4,9'],
	['\u001b[<0;10;5m', 'release left 4,9'],
	['\u001b[<1;1;1M', 'press middle 0,0'],
	['\u001b[<2;300;200M', 'press right 199,299'],
	['\u001b[<32;11;5M', 'drag left 4,10'],
	['\u001b[<34;11;5M', 'drag right 4,10'],
	['\u001b[<4;2;2M', 'shift+press left 1,1'],
	['\u001b[<24;2;2M', 'ctrl+alt+press left 1,1'],
	['\u001b[<48;2;2M', 'ctrl+drag left 1,1'],
	['\u001b[<64;7;8M', 'wheel up 7,6'],
	['\u001b[<65;7;8M', 'wheel down 7,6'],
	['\u001b[<66;7;8M', 'wheel left 7,6'],
	['\u001b[<69;7;8M', 'shift+wheel down 7,6'],
];

describe('a mouse report', () => {
	it.each(reports)('%j is read, wherever the line cuts it', (bytes, name) => {
		expect(readKeys(`${bytes}x`)).toEqual([name, 'x']);
		for (let position = 1; position < bytes.length; position += 1) {
			const halves = [bytes.slice(0, position), bytes.slice(position)] as const;
			expect(readKeys(halves[0], 40, `${halves[1]}x`)).toEqual([name, 'x']);
			const late = position === 1 ? ['escape', 'no', name, 'x'] : [name, 'x'];
			expect(readKeys(halves[0], 900, `${halves[1]}x`)).toEqual(late);
		}
	});

	it.each([
		['a mouse that moves without a button', '\u001b[<35;10;5M'],
		['a button beyond the wheel', '\u001b[<128;10;5M'],
		['the wheel let go', '\u001b[<64;10;5m'],
		['one without its place', '\u001b[<0M'],
		['one with a wrong end', '\u001b[<0;10;5R'],
	])('%s is read over', (_, bytes) => {
		expect(readKeys(`${bytes}x`)).toEqual(['x']);
	});
});
