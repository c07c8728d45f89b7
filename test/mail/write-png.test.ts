import {crc32, inflateSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {makeQrCode, type QrCode, quietZone} from '../../source/domain/message/qr-code.ts';
import {writePng} from '../../source/mail/write-png.ts';

/** The chunks of a PNG file by name, after a look at signature and checksums. */
function readChunks(png: Buffer): ReadonlyMap<string, Buffer> {
	expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
	const chunks = new Map<string, Buffer>();
	for (let place = 8; place < png.length; ) {
		const end = place + 8 + png.readUInt32BE(place);
		chunks.set(png.toString('latin1', place + 4, place + 8), png.subarray(place + 8, end));
		expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(place + 4, end)));
		place = end + 4;
	}
	return chunks;
}

/** The modules of the picture, without the quiet zone, which must be light. */
function readModules(png: Buffer): QrCode {
	const chunks = readChunks(png);
	const header = chunks.get('IHDR') ?? Buffer.alloc(0);
	const size = header.readUInt32BE(0);
	expect([header.readUInt32BE(4), header[8], header[9]]).toEqual([size, 1, 0]);
	const pixels = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
	const bytesOfLine = 1 + Math.ceil(size / 8);
	const isDark = (x: number, y: number) =>
		((pixels[y * bytesOfLine + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
	const count = size / 6;
	const all = Array.from({length: count}, (_, row) =>
		Array.from({length: count}, (_, column) => isDark(column * 6 + 3, row * 6 + 3)),
	);
	const inner = all.slice(quietZone, -quietZone).map((row) => row.slice(quietZone, -quietZone));
	expect(all.flat().filter(Boolean)).toHaveLength(inner.flat().filter(Boolean).length);
	return inner;
}

describe('the picture of a QR code', () => {
	it.each(['https://redirect.example.com/d/0Kq7', 'x', `https://example.com/${'ü'.repeat(500)}`])(
		'has the modules of the code of %s',
		(link) => {
			const code = makeQrCode(link, 'print') ?? [];
			expect(readModules(writePng(code))).toEqual(code);
		},
	);

	it('is right for codes of all sizes', () => {
		fc.assert(
			fc.property(fc.webUrl({size: 'large'}), (link) => {
				const code = makeQrCode(link, 'print') ?? [];
				expect(readModules(writePng(code))).toEqual(code);
			}),
			{numRuns: 30},
		);
	});
});
