import {crc32, deflateSync} from 'node:zlib';
import {type QrCode, quietZone} from '../domain/message/qr-code.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Pixels of a module: a code of 41 modules is a picture of 294 pixels, which a phone reads from a screen at arm's length. */
const scale = 6;

/** A QR code as a PNG picture in black and white, with its quiet zone: programs for mail show no SVG. */
export function writePng(code: QrCode): Buffer {
	const size = (code.length + 2 * quietZone) * scale;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	// One bit for a pixel, shades of grey; then the only compression, the only filters, and no interlacing.
	header.set([1, 0, 0, 0, 0], 8);
	const bytesOfLine = 1 + Math.ceil(size / 8);
	const pixels = Buffer.alloc(bytesOfLine * size);
	for (let y = 0; y < size; y += 1) {
		const row = code[Math.floor(y / scale) - quietZone];
		for (let x = 0; x < size; x += 1) {
			const isDark = row?.[Math.floor(x / scale) - quietZone] ?? false;
			const place = y * bytesOfLine + 1 + (x >> 3);
			if (!isDark) pixels[place] = (pixels[place] ?? 0) | (0x80 >> (x & 7));
		}
	}
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(pixels, {level: 9})),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A part of a PNG file: length, name, data, checksum of the last two. */
function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const frame = Buffer.alloc(body.length + 8);
	frame.writeUInt32BE(data.length, 0);
	body.copy(frame, 4);
	frame.writeUInt32BE(crc32(body), frame.length - 4);
	return frame;
}
