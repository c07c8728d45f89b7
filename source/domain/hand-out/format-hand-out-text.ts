import {wrapText} from '../../terminal/text/text-width.ts';
import type {User} from '../user.ts';
import {slipOf, slipRows} from './slip.ts';

/** Terminal cells of a line, and lines of a page: what every printer has room for, on A4 and on letter paper. */
const page = {width: 64, height: 60} as const;
const indent = '  ';
const labelWidth = 8;
const cutLine = '- '.repeat(page.width / 2).trimEnd();

/**
 * The hand-out as plain text for a printer with letters of equal width: slip below slip with a line to cut along between them,
 * and a form feed where the next slip would not fit on the page. Yields a slip at a time.
 *
 * @param pageEnd what stands between two pages; a terminal wants nothing there
 */
export function* handOutTextChunks(
	users: readonly User[],
	pageEnd: '\f' | '' = '\f',
): Generator<string, void, void> {
	let height = 0;
	for (const user of users) {
		const lines = slipLines(user);
		const isFull = height > 0 && height + lines.length > page.height;
		height = isFull ? lines.length : height + lines.length;
		yield `${isFull ? pageEnd : ''}${lines.join('\n')}\n`;
	}
}

function slipLines(user: User): readonly string[] {
	const room = page.width - indent.length - labelWidth;
	const rows = slipRows(slipOf(user)).flatMap(([label, value]) =>
		wrapValue(value, room).map((line, place) => {
			const before = place === 0 ? label : '';
			return `${indent}${before.padEnd(labelWidth)}${line}`;
		}),
	);
	return ['', ...rows, '', cutLine];
}

/** Most values need no measuring: of 100,000 slips that is most of the work. */
function wrapValue(value: string, room: number): readonly string[] {
	return value.length <= room && /^[ -~]*$/.test(value) ? [value] : wrapText(value, room);
}
