import type {Encoding} from '../import-plan.ts';

/** Encodings as people know them. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
	'utf-8': 'UTF-8',
	'utf-8-bom': 'UTF-8 with BOM',
	'utf-8-mixed': 'UTF-8, in part Windows-1252',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big endian',
	'windows-1252': 'Windows-1252',
	'dos-850': 'DOS 850',
	'dos-437': 'DOS 437',
	'mac-roman': 'Mac Roman',
	'windows-1250': 'Windows-1250',
	'windows-1251': 'Windows-1251',
	'windows-1254': 'Windows-1254',
	workbook: 'Excel workbook',
};
