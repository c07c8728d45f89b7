import {describe, expect, it} from 'vitest';
import {drawQrCode} from '../../../source/domain/message/draw-qr-code.ts';
import {makeQrCode} from '../../../source/domain/message/qr-code.ts';

const code = [
	[true, false, true],
	[false, true, false],
	[true, true, false],
];

describe('a QR code as text', () => {
	it('has a quiet zone of two modules, and two rows in a line', () => {
		expect(drawQrCode(code, 'blocks')).toEqual(['       ', '  ▀▄▀  ', '  ▀▀   ', '       ']);
	});

	it('draws what is light for a dark terminal without colours', () => {
		expect(drawQrCode(code, 'light-blocks')).toEqual(['███████', '██▄▀▄██', '██▄▄███', '▀▀▀▀▀▀▀']);
	});

	it('has two letters for a module where there are no blocks', () => {
		const lines = drawQrCode(code, 'ascii');
		expect(lines).toHaveLength(7);
		expect(lines[2]).toBe('####  ##  ####');
	});

	it('takes 19 lines for a link of 78 bytes', () => {
		const link = `https://redirect.example.com/${'a'.repeat(49)}`;
		expect(drawQrCode(makeQrCode(link, 'screen') ?? [], 'blocks')).toHaveLength(19);
	});
});

describe('the QR code of a link', () => {
	it('is undefined for what no QR code can hold', () => {
		expect(makeQrCode(`a${'ü'.repeat(1165)}`, 'print')).toHaveLength(177);
		expect(makeQrCode('ü'.repeat(1166), 'print')).toBeUndefined();
		expect(makeQrCode('\ud800', 'screen')).toBeUndefined();
	});

	it('is larger on paper, where a part of it may be lost', () => {
		const link = `https://redirect.example.com/${'a'.repeat(49)}`;
		expect(makeQrCode(link, 'print')?.length).toBeGreaterThan(makeQrCode(link, 'screen')?.length ?? 0);
	});
});
