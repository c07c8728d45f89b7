import {crc32} from 'node:zlib';
import type {Sealer} from './seal.ts';

/** What is at a place of a file of checked lines; `end` is the offset behind it. */
type CheckedLine =
	| {readonly kind: 'good'; readonly json: string; readonly end: number}
	/** What a crash leaves of the last line: it was never reported as saved. */
	| {readonly kind: 'torn'}
	/** Something that was once whole. */
	| {readonly kind: 'damaged'; readonly end: number; readonly reason: string};

const newline = 10;
const prefix = /^([\da-f]{8}) (\d{1,10}) $/;

/** One line: checksum (CRC-32) and length in bytes of the JSON, and the JSON itself, which has no newline in it. */
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

/** A line that can be read or is damaged, where it begins, and its number from 1. */
type NumberedLine = Exclude<CheckedLine, {kind: 'torn'}> & {readonly start: number; readonly number: number};

/** All lines of a file, up to what a crash has left of the last one. */
export function* checkedLines(bytes: Buffer, sealer: Sealer): Generator<NumberedLine, void, void> {
	for (let [start, number] = [0, 1]; start < bytes.length; number += 1) {
		const line = readLine(bytes, start, sealer);
		if (line.kind === 'torn') return;
		yield {...line, start, number};
		start = line.end;
	}
}

/** Reads a line without opening it: `body` is what is stored, plain or encrypted. */
export function checkLine(
	bytes: Buffer,
	start: number,
):
	| Exclude<CheckedLine, {kind: 'good'}>
	| {readonly kind: 'good'; readonly body: Buffer; readonly end: number} {
	const stop = bytes.indexOf(newline, start);
	if (stop === -1) return {kind: 'torn'};
	const end = stop + 1;
	const line = splitLine(bytes, start, stop);
	if (line?.isIntact && line.body.length === line.length) return {kind: 'good', body: line.body, end};
	if (isTornEnd(bytes, start, end)) return {kind: 'torn'};
	return {kind: 'damaged', end, reason: describeDamage(bytes.subarray(start, end), line !== undefined)};
}

/** What follows the head of a line, which length the head gives it, and whether it has its checksum; undefined without a head. */
function splitLine(
	bytes: Buffer,
	start: number,
	stop: number,
): {readonly body: Buffer; readonly length: number; readonly isIntact: boolean} | undefined {
	const bodyAt = bytes.indexOf(0x7b, start);
	if (bodyAt === -1 || bodyAt > start + 20) return undefined;
	const [, checksum = '', length] = prefix.exec(bytes.toString('latin1', start, bodyAt)) ?? [];
	if (length === undefined) return undefined;
	const body = bytes.subarray(bodyAt, stop);
	return {body, length: Number(length), isIntact: crc32(body) === Number.parseInt(checksum, 16)};
}

function describeDamage(line: Buffer, hasHead: boolean): string {
	if (line.includes(0)) return 'holds zeros';
	return hasHead ? 'does not match its checksum' : 'is not one of its lines';
}

/**
 * After a power cut the last write may be there in part: what did not reach the disk reads as zeros, which JSON never
 * holds. Nothing whole follows it.
 */
function isTornEnd(bytes: Buffer, start: number, end: number): boolean {
	if (!bytes.subarray(start, end).includes(0)) return false;
	for (let next = end; next < bytes.length; ) {
		const stop = bytes.indexOf(newline, next);
		if (stop === -1) return true;
		if (splitLine(bytes, next, stop)?.isIntact) return false;
		next = stop + 1;
	}
	return true;
}
