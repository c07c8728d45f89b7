/** Lines of the file: how many, and the first of them. */
export type Lines = {count: number; readonly first: number[]};

/** Lines that are named: not more than a person reads. */
export const linesNamed = 8;

/** No lines yet. */
export function noLines(): Lines {
	return {count: 0, first: []};
}

/** Takes in one more line, which is below the others. */
export function addLine(lines: Lines, line: number): void {
	lines.count += 1;
	if (lines.first.length < linesNamed) lines.first.push(line);
}

/** The first of the lines; 0 where there is none. */
export function firstLine({first: [line = 0]}: Lines): number {
	return line;
}

/** "line 3", "lines 3, 7 and 9", "lines 3, 4, 5, 6, 7, 8, 9, 10 and 491 more". */
export function nameLines({count, first}: Lines): string {
	const more = count - first.length;
	const parts = [...first.map(String), ...(more === 0 ? [] : [`${more} more`])];
	const last = parts.pop() ?? '';
	return parts.length === 0 ? `line ${last}` : `lines ${parts.join(', ')} and ${last}`;
}
