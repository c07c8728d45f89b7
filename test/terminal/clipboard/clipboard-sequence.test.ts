import {expect, it} from 'vitest';
import {clipboardSequence, longestClipboard} from '../../../source/terminal/clipboard/clipboard-sequence.ts';

const plain = (text: string): string => `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;
const toTmux = (text: string): string => `\u001bPtmux;\u001b${plain(text)}\u001b\\`;

/** What GNU screen passes on: the contents of the control strings, one after the other. */
function passedOn(sequence: string): string {
	return sequence.replaceAll(/\u001bP|\u001b\\/g, '');
}

it.each([
	['a terminal', {TERM: 'xterm-256color'}, plain('Ann\tÉva')],
	[
		'tmux',
		{TERM: 'screen-256color', TMUX: '/tmp/tmux-0/default,1,0'},
		plain('Ann\tÉva') + toTmux('Ann\tÉva'),
	],
	['tmux before the SSH connection', {TERM: 'tmux-256color'}, plain('Ann\tÉva') + toTmux('Ann\tÉva')],
	['GNU screen', {TERM: 'screen', STY: '1.pts-0'}, `\u001bP${plain('Ann\tÉva')}\u001b\\`],
	[
		'one of the two before the SSH connection',
		{TERM: 'screen-256color'},
		`${plain('Ann\tÉva')}\u001bP${plain('Ann\tÉva')}\u001b\\`,
	],
	['no terminal that says what it is', {}, plain('Ann\tÉva')],
])('sends a text to the clipboard through %s', (_, env, sequence) => {
	expect(clipboardSequence('Ann\tÉva', env)).toBe(sequence);
});

it('sends a long text through GNU screen in pieces that it takes, and nothing beside them', () => {
	const text = 'é'.repeat(5000);
	for (const env of [{STY: '1.pts-0'}, {TERM: 'screen-256color'}]) {
		const sequence = clipboardSequence(text, env) ?? '';
		expect(passedOn(sequence)).toBe(plain(text));
		const pieces = sequence.split('\u001b\\').slice(0, -1);
		expect(Math.max(...pieces.map((piece) => piece.length + 2))).toBeLessThanOrEqual(256);
	}
});

it('counts bytes, and sends nothing of a text that is too long', () => {
	const longest = 'é'.repeat(longestClipboard / 2);
	expect(clipboardSequence(longest, {})?.length).toBeLessThanOrEqual(100_000);
	expect(clipboardSequence(`${longest}x`, {})).toBeUndefined();
});
