import {describe, expect, it} from 'vitest';
import {createLineReader} from '../../../source/ui/linear/line-reader.ts';
import {FakeInput} from '../../helpers/fake-terminal.ts';

function openReader() {
	const stdin = new FakeInput();
	return {stdin, reader: createLineReader(stdin as unknown as NodeJS.ReadStream)};
}

describe('lines from a terminal', () => {
	it('are hidden while a secret is asked for, and edited from the end', async () => {
		const {stdin, reader} = openReader();
		const secret = reader.next(true);
		expect(stdin.isRaw).toBe(true);
		stdin.write('90281\u007f17\r');
		expect(await secret).toBe('902817');
		const line = reader.next(false);
		expect(stdin.isRaw).toBe(false);
		stdin.write('row\n');
		expect(await line).toBe('row');
	});

	it('come one by one, however they are cut, and letters in pieces stay whole', async () => {
		const {stdin, reader} = openReader();
		const bytes = Buffer.from('Zoë\r\n\r\nlast');
		for (const byte of bytes) stdin.write(Buffer.from([byte]));
		stdin.end();
		expect([await reader.next(false), await reader.next(false), await reader.next(false)]).toEqual([
			'Zoë',
			'',
			'last',
		]);
		expect(await reader.next(false)).toBeUndefined();
	});

	it('give the terminal back as it was when they end', async () => {
		const {stdin, reader} = openReader();
		const line = reader.next(true);
		reader.close();
		expect(await line).toBeUndefined();
		expect(stdin.isRaw).toBe(false);
	});
});
