import type {Finding} from '../domain/problem.ts';

const signatures: readonly {readonly name: string; readonly bytes: readonly number[]}[] = [
	{name: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47]},
	{name: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff]},
	{name: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38]},
	{name: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d]},
	{name: 'a compressed file', bytes: [0x1f, 0x8b]},
];
const zip = [0x50, 0x4b, 0x03, 0x04];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
const saveAsCsv = 'Open it there and save it as CSV UTF-8.';

/** What a file is that is no text, by how it starts; undefined for what may be text. */
export function findBinaryKind(bytes: Uint8Array): Finding | undefined {
	if (startsWith(bytes, oldOffice)) return excelWorkbook;
	if (startsWith(bytes, zip)) return findZipKind(bytes);
	const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
	if (known === undefined) return undefined;
	return {
		code: 'binary-file',
		message: `This is ${known.name} and not a CSV file.`,
		short: 'Not a CSV file',
		fix: 'Choose another file.',
	};
}

/** Whether the beginning holds more control characters than a text would: random bytes have one in nine. */
export function hasControlBytes(bytes: Uint8Array): boolean {
	const sample = bytes.subarray(0, 4096);
	const controls = sample.reduce(
		(sum, byte) => sum + (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d ? 1 : 0),
		0,
	);
	return controls > 2 && controls > sample.length / 25;
}

const excelWorkbook: Finding = {
	code: 'excel-workbook',
	message: 'This is an Excel workbook that is old, damaged or protected with a password.',
	short: 'Old or protected workbook',
	fix: 'Save it as an Excel workbook (.xlsx) without a password, or as CSV UTF-8.',
};

/** The names of a zip's members are plain text at its beginning and, all of them, at its end. */
function findZipKind(bytes: Uint8Array): Finding {
	const names = [bytes.subarray(0, 4096), bytes.subarray(-65_536)]
		.map((part) => new TextDecoder('latin1').decode(part))
		.join('');
	if (names.includes('opendocument.spreadsheet')) {
		return {
			code: 'office-document',
			message: 'This is an OpenDocument spreadsheet and not a CSV file.',
			short: 'OpenDocument, not a CSV',
			fix: saveAsCsv,
		};
	}
	if (names.includes('xl/') || names.includes('[Content_Types].xml')) return excelWorkbook;
	return {
		code: 'binary-file',
		message: 'This is a zip archive and not a CSV file.',
		short: 'Not a CSV file',
		fix: 'Unpack it first.',
	};
}

/** Whether a file begins with these bytes. */
export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}
