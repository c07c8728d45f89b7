import {crc32} from 'node:zlib';

/** The two first members of a stored sheet. */
const start = /^\{"version":\d+,"checksum":"/;
const length = 8;

/** Puts the checksum (CRC-32 of all the rest) into the text of a sheet that has room for it. */
export function withChecksum(text: string): string {
	const [before, after] = cutAtChecksum(text, 0);
	return `${before}${checksumOf(before, after)}${after}`;
}

/**
 * Whether a text that has a checksum is as it was written. JSON, schema and rules find much of what a disk or an editor
 * changes, but not a letter in a name.
 */
export function isAsWritten(text: string): boolean {
	const [before, after] = cutAtChecksum(text, length);
	return before !== '' && text.slice(before.length, before.length + length) === checksumOf(before, after);
}

function cutAtChecksum(text: string, width: number): readonly [before: string, after: string] {
	const before = start.exec(text)?.[0] ?? '';
	return [before, text.slice(before.length + width)];
}

function checksumOf(before: string, after: string): string {
	return crc32(after, crc32(before)).toString(16).padStart(length, '0');
}
