import {inflateRawSync} from 'node:zlib';

/** What an archive holds: the names of its members, and how many bytes they unpack to. */
export type Archive = {readonly names: readonly string[]; readonly unpacked: number};

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const endLength = 22;
/** A comment of at most 65,535 bytes may follow the end record. */
const longestEnd = endLength + 65_535;
const mostMembers = 10_000;

/**
 * Reads the list of members at the end of a zip archive, and unpacks each to count its bytes: the sizes that the list gives may be wrong.
 *
 * @param most bytes that all members together may unpack to
 * @returns undefined where the bytes are no whole zip archive; `too-large` where it has too much in it
 */
export function measureArchive(bytes: Uint8Array, most: number): Archive | 'too-large' | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined) return undefined;
	const members = view.getUint16(end + 10, true);
	if (members > mostMembers) return 'too-large';
	const names: string[] = [];
	let unpacked = 0;
	let offset = view.getUint32(end + 16, true);
	for (let member = 0; member < members; member += 1) {
		if (offset + 46 > bytes.length || view.getUint32(offset, true) !== memberSignature) return undefined;
		const nameLength = view.getUint16(offset + 28, true);
		names.push(new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)));
		const size = measureMember(view, offset, most - unpacked);
		if (typeof size !== 'number') return size;
		unpacked += size;
		offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
	}
	return {names, unpacked};
}

function findEnd(view: DataView): number | undefined {
	const first = Math.max(0, view.byteLength - longestEnd);
	for (let offset = view.byteLength - endLength; offset >= first; offset -= 1) {
		if (view.getUint32(offset, true) === endSignature) return offset;
	}
	return undefined;
}

function measureMember(view: DataView, entry: number, most: number): number | 'too-large' | undefined {
	const isStored = view.getUint16(entry + 10, true) === 0;
	const packed = view.getUint32(entry + 20, true);
	const local = view.getUint32(entry + 42, true);
	if (local + 30 > view.byteLength) return undefined;
	const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	if (start + packed > view.byteLength) return undefined;
	if (isStored) return packed > most ? 'too-large' : packed;
	try {
		const data = new Uint8Array(view.buffer, view.byteOffset + start, packed);
		return inflateRawSync(data, {maxOutputLength: Math.max(most, 1)}).length;
	} catch (error) {
		return error instanceof RangeError ? 'too-large' : undefined;
	}
}
