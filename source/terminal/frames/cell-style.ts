import {type AnsiCode, diffAnsiCodes} from '@alcalzone/ansi-tokenize';

/** How a cell looks: one shared object for each look, so that equal looks are the same object. */
export type CellStyle = {
	/** What has to be switched on for it, coming from {@link plainStyle}. */
	readonly codes: readonly AnsiCode[];
	readonly key: string;
};

/** No colour, not bold, not inverse. */
export const plainStyle: CellStyle = {codes: [], key: ''};

const styles = new Map([[plainStyle.key, plainStyle]]);
const changes = new Map<CellStyle, Map<CellStyle, string>>();

/** The shared style for these codes. */
export function styleOf(codes: readonly AnsiCode[]): CellStyle {
	const key = codes.map(({code}) => code).join('');
	const known = styles.get(key);
	if (known !== undefined) return known;
	const style = {codes, key};
	styles.set(key, style);
	return style;
}

/** The shortest SGR sequence that leads from one style to the other; '' where they are the same. */
export function changeStyle(from: CellStyle, to: CellStyle): string {
	if (from === to) return '';
	const known = changes.get(from)?.get(to);
	if (known !== undefined) return known;
	const change = shortestChange(from, to);
	const fromHere = changes.get(from) ?? new Map<CellStyle, string>();
	changes.set(from, fromHere.set(to, change));
	return change;
}

function shortestChange(from: CellStyle, to: CellStyle): string {
	const step = sgr(diffAnsiCodes([...from.codes], [...to.codes]).map(({code}) => code));
	const fromPlain = to === plainStyle ? '\u001b[m' : sgr(['\u001b[0m', ...to.codes.map(({code}) => code)]);
	return step.length < fromPlain.length ? step : fromPlain;
}

/** Several codes as one sequence: `CSI 1;7 m`. */
function sgr(codes: readonly string[]): string {
	return `\u001b[${codes.map((code) => code.slice(2, -1)).join(';')}m`;
}
