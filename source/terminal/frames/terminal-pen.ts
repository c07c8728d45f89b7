import {type CellStyle, changeStyle, plainStyle} from './cell-style.ts';
import {type Cell, isSafeWidth} from './frame-row.ts';

/** Where the terminal's cursor stands, if that is known, and how it would write. */
export type PenState = {
	readonly column: number | undefined;
	readonly row: number | undefined;
	readonly style: CellStyle;
};

/** A pen of which nothing is known. */
export const lostPen: PenState = {column: undefined, row: undefined, style: plainStyle};

/** Writes cells in the fewest bytes, and knows where that leaves the terminal's cursor. */
export class TerminalPen {
	#bytes = '';
	#row: number | undefined;
	#column: number | undefined;
	#style: CellStyle;
	/** Whether something was written that could make a terminal wrap or scroll where we do not expect it. */
	#mayWrap = false;
	/** Width of the screen in cells. */
	readonly columns: number;
	readonly #rows: number;

	constructor(start: PenState, columns: number, rows: number) {
		this.#row = start.row;
		this.#column = start.column;
		this.#style = start.style;
		this.columns = columns;
		this.#rows = rows;
	}

	get state(): PenState {
		return {row: this.#row, column: this.#column, style: this.#style};
	}

	/** All that was written; wrapping is off meanwhile where it could do harm. */
	get bytes(): string {
		return this.#mayWrap ? `\u001b[?7l${this.#bytes}\u001b[?7h` : this.#bytes;
	}

	/** Cells between the cursor and the column in the same row; undefined where the cursor is elsewhere or unknown. */
	distanceTo(row: number, column: number): number | undefined {
		return this.#row === row && this.#column !== undefined ? column - this.#column : undefined;
	}

	get style(): CellStyle {
		return this.#style;
	}

	moveTo(row: number, column: number): void {
		if (this.#row === row && this.#column === column) return;
		this.#bytes += shortestMove(this.#row, this.#column, row, column);
		this.#row = row;
		this.#column = column;
	}

	/** Writes one cell where the cursor stands; the place has to be known, see {@link distanceTo}. */
	write(cell: Cell): void {
		if (cell.width === 0) return;
		this.#changeStyle(cell.style);
		if (isSafeWidth(cell.text, cell.width)) {
			this.#bytes += cell.text;
		} else {
			// A terminal that takes it for narrower must not keep what stood there before.
			const back = `\u001b[${(this.#column ?? 0) + 1}G`;
			this.#bytes += `${' '.repeat(cell.width)}${back}${cell.text}`;
			this.#mayWrap = true;
			this.#column = undefined;
		}
		if (this.#column === undefined) return;
		this.#column += cell.width;
		if (this.#column < this.columns) return;
		// The cursor now stands in the last column, or behind it, or in the next row: terminals differ.
		if (this.#row === this.#rows - 1) this.#mayWrap = true;
		this.#column = undefined;
		this.#row = undefined;
	}

	/** Empties the row from the cursor on. */
	eraseToEndOfRow(): void {
		this.#changeStyle(plainStyle);
		this.#bytes += '\u001b[K';
	}

	/** Empties the screen, whatever state the terminal is in. */
	eraseScreen(): void {
		this.#bytes += '\u001b[m\u001b[H\u001b[J';
		this.#style = plainStyle;
		this.#row = 0;
		this.#column = 0;
	}

	/** Takes out `count` rows at `from` and lets as many blank ones in at `to`; the rows between them move. */
	moveRows(from: number, to: number, count: number): void {
		this.#changeStyle(plainStyle);
		this.moveTo(from, 0);
		this.#bytes += `\u001b[${count > 1 ? count : ''}M`;
		this.moveTo(to, 0);
		this.#bytes += `\u001b[${count > 1 ? count : ''}L`;
	}

	/** Leaves the terminal writing plain text, as another program would expect it. */
	rest(): void {
		this.#changeStyle(plainStyle);
	}

	#changeStyle(style: CellStyle): void {
		this.#bytes += changeStyle(this.#style, style);
		this.#style = style;
	}
}

function shortestMove(
	fromRow: number | undefined,
	fromColumn: number | undefined,
	row: number,
	column: number,
): string {
	const absolute = `\u001b[${row > 0 || column > 0 ? row + 1 : ''}${column > 0 ? `;${column + 1}` : ''}H`;
	if (fromRow === undefined) return absolute;
	const ways = [absolute, ...wayInRow(fromRow, fromColumn, row, column), ...wayDown(fromRow, row, column)];
	return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

function wayInRow(fromRow: number, fromColumn: number | undefined, row: number, column: number): string[] {
	if (fromRow !== row) {
		const far = Math.abs(row - fromRow);
		return fromColumn === column ? [`\u001b[${far > 1 ? far : ''}${row > fromRow ? 'B' : 'A'}`] : [];
	}
	if (column === 0) return ['\r'];
	const toColumn = `\u001b[${column + 1}G`;
	if (fromColumn === undefined) return [toColumn];
	const far = Math.abs(column - fromColumn);
	const relative = `\u001b[${far > 1 ? far : ''}${column > fromColumn ? 'C' : 'D'}`;
	return column < fromColumn ? [toColumn, relative, '\b'.repeat(far)] : [toColumn, relative];
}

/** Line feeds never reach below the last row, so nothing scrolls. */
function wayDown(fromRow: number, row: number, column: number): string[] {
	if (row <= fromRow) return [];
	const right = column === 0 ? '' : `\u001b[${column > 1 ? column : ''}C`;
	return [`\r${'\n'.repeat(row - fromRow)}${right}`];
}
