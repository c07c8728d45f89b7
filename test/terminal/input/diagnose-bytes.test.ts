import {expect, it} from 'vitest';
import {diagnoseBytes} from '../../../source/terminal/input/diagnose-bytes.ts';
import {describeSentKey} from '../../../source/ui/describe-sent-key.ts';

it.each<[string | Uint8Array, string, string]>([
	['\u001b[1;5A', 'ESC [ 1 ; 5 A', 'Ctrl+Up'],
	['\u001bOP', 'ESC O P', 'F1'],
	['\u001b', 'ESC', 'Esc'],
	['\u001b5', 'ESC 5', 'Alt+5'],
	['\u001a', '^Z', 'Ctrl+Z'],
	['\r', 'CR', 'Enter'],
	[' ', 'SPACE', 'Space'],
	['é', 'é', 'é'],
	['ab', 'a b', 'a, then b'],
	['\u001b[<0;3;4M', 'ESC [ < 0 ; 3 ; 4 M', 'the mouse: press'],
	['\u001b[I', 'ESC [ I', 'nothing that usersheet knows'],
	['\u001b[200~a\tb\u001b[201~', 'ESC [ 2 0 0 ~ a TAB b ESC [ 2 0 1 ~', 'a paste of 3 characters'],
	[`\u001b[200~${'x'.repeat(2000)}`, `ESC [ 2 0 0 ~${' x'.repeat(34)} …`, 'a paste of 2,000 characters'],
	[Uint8Array.of(0x1b, 0x5b, 0x4d, 0x20, 0xff, 0xa0), '1b 5b 4d 20 ff a0', 'nothing that usersheet knows'],
])('%j is %s: %s', (bytes, sent, taken) => {
	const buffer = Buffer.from(bytes);
	expect(diagnoseBytes(buffer).sent).toBe(sent);
	expect(describeSentKey(buffer)).toEqual({sent, taken});
});
