/** Terminals in whose name chalk sees that they have colours; kept as chalk has it, so that only others are changed. */
const knownToChalk = /^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux|-256$/i;

/**
 * Makes chalk, which Ink styles with, keep inverse, bold and underline in a terminal that it does not know by name
 * (TERM=putty, tmux, foot, or any under CI): it would drop all of them, and with them cursor and selection. Changes
 * the given environment; a choice of the user (FORCE_COLOR) and TERM=dumb stay as they are. Chalk looks once, when it
 * is first imported: call this before anything that imports Ink is loaded.
 */
export function prepareColorEnvironment(env: Record<string, string | undefined>): void {
	const {TERM: term = ''} = env;
	if (term === '' || term === 'dumb' || env.FORCE_COLOR !== undefined) return;
	const detected = knownToChalk.test(term) || env.COLORTERM !== undefined;
	if (!detected || env.CI !== undefined) env.FORCE_COLOR = '1';
}

/**
 * Whether chalk styles anything in an environment that has been prepared. Without that, as with TERM=dumb, cursor and caret are
 * characters.
 */
export function hasStyles({TERM: term = '', FORCE_COLOR: forced}: Readonly<NodeJS.ProcessEnv>): boolean {
	return forced === undefined ? term !== '' && term !== 'dumb' : forced !== '0' && forced !== 'false';
}

/** Whether colours may be shown. Chalk ignores NO_COLOR, so the frame writer takes them out; inverse and bold stay. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>): boolean {
	return (env.NO_COLOR ?? '') === '';
}

/** Whether an SGR code sets a colour: of the text, of its background, of its underline. */
export function isColorCode(code: string): boolean {
	return /^\u001b\[(?:[349][0-8]|10[0-7])(?:;|m$)/.test(code) || /^\u001b\[58;/.test(code);
}

/** How many colours a terminal shows. */
export type ColorDepth = 8 | 16 | 256;

/** How many colours the terminal of a prepared environment shows, as far as its name tells. */
export function colorDepthOf(env: Readonly<Record<string, string | undefined>>): ColorDepth {
	const {TERM: term = ''} = env;
	if (/^(?:linux|ansi|cygwin|screen|xterm|rxvt|vt\d+)$/.test(term) && env.COLORTERM === undefined) return 8;
	// Chalk makes 16 colours of more.
	if (env.FORCE_COLOR === '1') return 16;
	return env.COLORTERM !== undefined || /-(?:256(?:color)?|direct)$/.test(term) ? 256 : 16;
}

/** What is known of a terminal's background: rxvt, Konsole and others tell it as a number of their 16 colours. */
export function backgroundOf({
	COLORFGBG: told = '',
}: Readonly<NodeJS.ProcessEnv>): 'dark' | 'light' | undefined {
	const background = /;(\d+)$/.exec(told)?.[1];
	if (background === undefined) return undefined;
	return ['7', '15'].includes(background) ? 'light' : 'dark';
}
