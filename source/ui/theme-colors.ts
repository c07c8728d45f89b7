import type {ColorDepth} from '../terminal/frames/color-support.ts';

/** Colours by what they mean, as Ink takes them. */
export type ThemeColors = {readonly [Meaning in keyof typeof basic]: string};

/** The terminal's own colours: who has a light background has mostly made them darker. */
const basic = {new: 'green', changed: 'cyan', marked: 'cyan', good: 'green', warning: 'yellow', bad: 'red'};
/** Without yellow and cyan, which are too bright on white. */
const basicOnLight: ThemeColors = {...basic, changed: 'blue', marked: 'blue', warning: 'magenta'};
const bright: ThemeColors = {
	...{new: 'greenBright', changed: 'cyanBright', marked: 'cyanBright'},
	...{good: 'greenBright', warning: 'yellowBright', bad: 'redBright'},
};
const manyOnDark: ThemeColors = {
	...{new: 'ansi256(114)', changed: 'ansi256(117)', marked: 'ansi256(80)'},
	...{good: 'ansi256(114)', warning: 'ansi256(221)', bad: 'ansi256(203)'},
};
/** Neither bright nor dark: they can be read on white and on black. */
const many: ThemeColors = {
	...{new: 'ansi256(28)', changed: 'ansi256(26)', marked: 'ansi256(30)'},
	...{good: 'ansi256(28)', warning: 'ansi256(130)', bad: 'ansi256(160)'},
};

/** The colours that can be told apart and read in a terminal; without NO_COLOR, which takes all of them away. */
export function themeColorsFor(depth: ColorDepth, background: 'dark' | 'light' | undefined): ThemeColors {
	if (depth === 256) return background === 'dark' ? manyOnDark : many;
	if (background === 'light') return basicOnLight;
	return depth === 16 && background === 'dark' ? bright : basic;
}
