import {cutText, fitText, textWidth} from '../terminal/text/text-width.ts';

/** A column of text, one cell a row. */
export type TextColumn = {readonly header: string; readonly cells: readonly string[]};

type Sized = TextColumn & {readonly width: number};

/** Wider values stand out of their column instead of pushing every other line apart. */
const widest = 64;
const gap = '  ';

/**
 * Lays columns out side by side, aligned by terminal cells.
 *
 * @param limit width in cells; columns that do not fit are left out, the first one excepted
 * @returns header and rows as lines, and the headers that did not fit
 */
export function formatTextTable(
	columns: readonly TextColumn[],
	limit: number = Number.POSITIVE_INFINITY,
): {readonly lines: readonly string[]; readonly leftOut: readonly string[]} {
	const sized = columns.map(measureColumn);
	const shown: Sized[] = [];
	let used = -gap.length;
	for (const column of sized) {
		if (shown.length > 0 && used + gap.length + column.width > limit) break;
		shown.push(column);
		used += gap.length + column.width;
	}
	const rows = shown[0]?.cells.keys() ?? [];
	return {
		lines: [
			formatLine(shown, ({header}) => header),
			...Array.from(rows, (row) => formatLine(shown, ({cells}) => cells[row] ?? '')),
		],
		leftOut: columns.slice(shown.length).map(({header}) => header),
	};
}

function measureColumn({header, cells}: TextColumn): Sized {
	const width = cells.reduce((most, cell) => Math.max(most, textWidth(cell)), textWidth(header));
	return {header, cells, width: Math.min(widest, width)};
}

function formatLine(columns: readonly Sized[], textOf: (column: Sized) => string): string {
	return columns
		.map((column) => {
			const text = textOf(column);
			return textWidth(text) > column.width
				? cutText(text, Number.POSITIVE_INFINITY)
				: fitText(text, column.width);
		})
		.join(gap)
		.trimEnd();
}
