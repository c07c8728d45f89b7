import {applyScroll, findScroll, type Scroll} from './find-scroll.ts';
import {blankRow, type FrameRow, readFrameRow} from './frame-row.ts';
import {paintRow} from './paint-row.ts';
import {lostPen, type PenState, TerminalPen} from './terminal-pen.ts';

/** Size of a screen in cells. */
export type ScreenSize = {readonly columns: number; readonly rows: number};

type Drawing = {readonly bytes: string; readonly pen: PenState};

/** Remembers what a terminal shows, and turns the next frame into the fewest bytes that make it show that. */
export class ScreenPainter {
	#shown: readonly FrameRow[] | undefined;
	#pen: PenState = lostPen;
	#size: ScreenSize = {columns: 0, rows: 0};
	readonly #withColor: boolean;

	constructor(withColor: boolean) {
		this.#withColor = withColor;
	}

	/** The screen may show anything: the next frame starts with an empty one. */
	forget(): void {
		this.#shown = undefined;
	}

	/** The cursor may stand anywhere, the rest is known. */
	loseCursor(): void {
		this.#pen = lostPen;
	}

	/** The bytes that lead from what is shown to the frame, its lines parted by newlines; '' where nothing differs. */
	paint(frame: string, size: ScreenSize): string {
		const known = this.#sameSize(size) ? this.#shown : undefined;
		const wanted = this.#readFrame(frame, size, known ?? []);
		const drawing = known === undefined ? drawAnew(wanted, size) : this.#drawChanges(known, wanted, size);
		this.#shown = wanted;
		this.#size = size;
		this.#pen = drawing.pen;
		return drawing.bytes;
	}

	#drawChanges(shown: readonly FrameRow[], wanted: readonly FrameRow[], size: ScreenSize): Drawing {
		const still = draw(new TerminalPen(this.#pen, size.columns, size.rows), shown, wanted);
		const scroll = findScroll(shown, wanted);
		if (scroll === undefined) return still;
		// The block that moved whole, and one row more at either end: where the grid's cursor stood the row differs.
		const {top, bottom, by} = scroll;
		const candidates = [
			scroll,
			...(bottom + 1 < size.rows ? [{top, bottom: bottom + 1, by}] : []),
			...(top > 0 ? [{top: top - 1, bottom, by}] : []),
		];
		return candidates
			.map((candidate) => this.#drawScrolled(candidate, shown, wanted, size))
			.reduce((best, drawing) => (drawing.bytes.length < best.bytes.length ? drawing : best), still);
	}

	#drawScrolled(
		scroll: Scroll,
		shown: readonly FrameRow[],
		wanted: readonly FrameRow[],
		size: ScreenSize,
	): Drawing {
		const pen = new TerminalPen(this.#pen, size.columns, size.rows);
		const {top, bottom, by} = scroll;
		const count = Math.abs(by);
		if (by > 0) pen.moveRows(top, bottom - count + 1, count);
		else pen.moveRows(bottom - count + 1, top, count);
		return draw(pen, applyScroll(shown, scroll), wanted);
	}

	#readFrame(frame: string, {columns, rows}: ScreenSize, known: readonly FrameRow[]): readonly FrameRow[] {
		const read = new Map(known.map((row) => [row.source, row]));
		const lines = frame.split('\n');
		return Array.from({length: rows}, (_, index) => {
			const line = lines[index] ?? '';
			if (line === '') return blankRow;
			const row = read.get(line) ?? readFrameRow(line, columns, this.#withColor);
			read.set(line, row);
			return row;
		});
	}

	#sameSize({columns, rows}: ScreenSize): boolean {
		return this.#size.columns === columns && this.#size.rows === rows;
	}
}

function drawAnew(wanted: readonly FrameRow[], {columns, rows}: ScreenSize): Drawing {
	const pen = new TerminalPen(lostPen, columns, rows);
	pen.eraseScreen();
	return draw(pen, [], wanted);
}

function draw(pen: TerminalPen, shown: readonly FrameRow[], wanted: readonly FrameRow[]): Drawing {
	for (const [row, cells] of wanted.entries()) paintRow(pen, row, shown[row] ?? blankRow, cells);
	pen.rest();
	return {bytes: pen.bytes, pen: pen.state};
}
