import {expect, it} from 'vitest';
import type {Message} from '../../source/app/message.ts';
import {createClipboardRunners} from '../../source/shell/clipboard-effects.ts';
import {noScreen} from '../helpers/no-screen.ts';

it('sends a text to the terminal, and says so where it is too long for it', () => {
	const sent: string[] = [];
	const answers: Message[] = [];
	const run = createClipboardRunners({...noScreen, writeAside: (sequence) => sent.push(sequence)});
	const copy = (text: string) =>
		run['clipboard/copy']({type: 'clipboard/copy', text}, (message) => answers.push(message));
	copy('a\tb');
	expect(sent.join()).toContain(Buffer.from('a\tb').toString('base64'));
	expect(answers).toEqual([]);
	copy('x'.repeat(80_000));
	expect(sent.length).toBe(1);
	expect(answers).toMatchObject([
		{type: 'clipboard/refused', message: expect.stringContaining('over 74 kB')},
	]);
});
