import {expect, it} from 'vitest';
import {typedLine} from '../../../source/terminal/input/typed-line.ts';

it.each([
	['letters', 'twelve monkeys', 'twelve monkeys'],
	['a slip', 'monX\u007fkeys', 'monkeys'],
	['an accent that is taken away with its letter', 'e\u0301\u007fx', 'x'],
	['a line begun anew', 'wrong\u0015right', 'right'],
	['more deleted than typed', 'a\b\b\bb', 'b'],
	['arrows', 'a\u001b[D\u001b[5~b\u001bOC', 'ab'],
	['an Esc at the end', 'a\u001b', 'a'],
	['letters beyond ASCII', 'Grüße 中', 'Grüße 中'],
	['a paste', '\u001b[200~twelve\u001b[201~ monkeys', 'twelve monkeys'],
	['nothing', '', ''],
])('reads %s', (_, typed, line) => {
	expect(typedLine(Buffer.from(typed))).toBe(line);
});
