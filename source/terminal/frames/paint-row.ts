import {blankCell, type Cell, type FrameRow, isSameCell} from './frame-row.ts';
import type {TerminalPen} from './terminal-pen.ts';

/** Up to here, writing unchanged cells again costs no more than the sequence that steps over them. */
const nearestWorthMoving = 5;
/** CSI K: from here on it is shorter than as many spaces. */
const shortestErase = 4;

/** Writes what differs between the row on the screen and the row that it should be. */
export function paintRow(pen: TerminalPen, row: number, shown: FrameRow, wanted: FrameRow): void {
	if (shown === wanted) return;
	const isRisky = shown.isRisky || wanted.isRisky;
	const end = isRisky ? wanted.cells.length : Math.max(shown.cells.length, wanted.cells.length);
	let column = firstDifference(shown, wanted);
	if (column === undefined) return;
	while (column < end) {
		if (column >= wanted.cells.length && shown.cells.length - column >= shortestErase) break;
		const cell = cellAt(wanted, column);
		// Where terminals may have drawn a character wider or narrower, all that follows it in its row is drawn again.
		if (isRisky || !isSameCell(cell, cellAt(shown, column))) {
			approach(pen, row, column, wanted);
			pen.write(cell);
		}
		column += Math.max(1, cell.width);
	}
	if (column >= shown.cells.length && !isRisky) return;
	if (column >= pen.columns) return;
	pen.moveTo(row, column);
	pen.eraseToEndOfRow();
}

function firstDifference(shown: FrameRow, wanted: FrameRow): number | undefined {
	const end = Math.max(shown.cells.length, wanted.cells.length);
	for (let column = 0; column < end; column += 1) {
		if (!isSameCell(cellAt(shown, column), cellAt(wanted, column))) return column;
	}
	return undefined;
}

/** Brings the pen to the column: over a short gap by writing what is there anyway, else by moving. */
function approach(pen: TerminalPen, row: number, column: number, wanted: FrameRow): void {
	const distance = pen.distanceTo(row, column);
	if (distance !== undefined && distance > 0 && distance < nearestWorthMoving) {
		const gap = Array.from({length: distance}, (_, index) => cellAt(wanted, column - distance + index));
		if (gap.every((cell) => cell.width === 1 && cell.style === pen.style)) {
			for (const cell of gap) pen.write(cell);
			return;
		}
	}
	pen.moveTo(row, column);
}

function cellAt(row: FrameRow, column: number): Cell {
	return row.cells[column] ?? blankCell;
}
