import {guardFormula} from './formula-guard.ts';

/**
 * Cells as a spreadsheet takes them when they are pasted: with tabs and line ends between them, and nothing in them that it
 * would run (rules.md 3.18).
 */
export function writeBlock(rows: readonly (readonly string[])[]): string {
	return rows.map((cells) => cells.map(writeCell).join('\t')).join('\n');
}

function writeCell(value: string): string {
	const text = guardFormula(value);
	return /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
