import {crc32} from 'node:zlib';
import type {Sealer} from '../seal/seal.ts';

/** What stands at a place of a file of checked lines; `end` is the offset behind it. */
export type CheckedLine =
	| {readonly kind: 'good'; readonly json: string; readonly end: number}
	/** What a crash leaves of the last line: it was never reported as saved. */
	| {readonly kind: 'torn'}
	/** Something that was once whole. */
	| {readonly kind: 'damaged'; readonly end: number; readonly reason: string};

const newline = 10;
const prefix = /^([\da-f]{8}) (\d{1,10}) $/;

/** One line: checksum (CRC-32) and length in bytes of the JSON, and the JSON itself, in which a newline cannot stand. */
export function formatLine(json: string, {seal}: Sealer): Buffer {
	const body = seal(json);
	const checksum = crc32(body).toString(16).padStart(8, '0');
	return Buffer.from(`${checksum} ${Buffer.byteLength(body)} ${body}\n`);
}

/**
 * Reads the line that begins at an offset, which must not be the end. The checksum tells what a disk has damaged; what has
 * the right one and still cannot be opened was changed on purpose, or is encrypted with something else.
 */
export function readLine(bytes: Buffer, start: number, {open}: Sealer): CheckedLine {
	const line = checkLine(bytes, start);
	if (line.kind !== 'good') return line;
	const {end, body} = line;
	const json = open(body.toString());
	return typeof json === 'string' ? {kind: 'good', json, end} : {kind: 'damaged', end, ...json};
}

/** The same without opening it: `body` is what is stored, plain or encrypted. */
export function checkLine(
	bytes: Buffer,
	start: number,
):
	| Exclude<CheckedLine, {kind: 'good'}>
	| {readonly kind: 'good'; readonly body: Buffer; readonly end: number} {
	const stop = bytes.indexOf(newline, start);
	if (stop === -1) return {kind: 'torn'};
	const end = stop + 1;
	const bodyAt = bytes.indexOf(0x7b, start);
	const head =
		bodyAt === -1 || bodyAt > start + 20 ? null : prefix.exec(bytes.toString('latin1', start, bodyAt));
	const body = bytes.subarray(bodyAt, stop);
	if (
		head !== null &&
		body.length === Number(head[2]) &&
		crc32(body) === Number.parseInt(head[1] ?? '', 16)
	) {
		return {kind: 'good', body, end};
	}
	if (isTornEnd(bytes, start, end)) return {kind: 'torn'};
	return {kind: 'damaged', end, reason: describeDamage(bytes.subarray(start, end), head !== null)};
}

function describeDamage(line: Buffer, hasHead: boolean): string {
	if (line.includes(0)) return 'holds zeros';
	return hasHead ? 'does not match its checksum' : 'is not one of its lines';
}

/**
 * After a power cut the last write may be there in part: what did not reach the disk reads as zeros, which JSON never
 * holds. Nothing whole can stand behind it.
 */
function isTornEnd(bytes: Buffer, start: number, end: number): boolean {
	if (!bytes.subarray(start, end).includes(0)) return false;
	for (let next = end; next < bytes.length; ) {
		const line = readLineStrictly(bytes, next);
		if (line.isGood) return false;
		next = line.end;
	}
	return true;
}

function readLineStrictly(bytes: Buffer, start: number): {readonly isGood: boolean; readonly end: number} {
	const stop = bytes.indexOf(newline, start);
	if (stop === -1) return {isGood: false, end: bytes.length};
	const bodyAt = bytes.indexOf(0x7b, start);
	const head =
		bodyAt === -1 || bodyAt > start + 20 ? null : prefix.exec(bytes.toString('latin1', start, bodyAt));
	const body = bytes.subarray(bodyAt, stop);
	return {isGood: head !== null && crc32(body) === Number.parseInt(head[1] ?? '', 16), end: stop + 1};
}
