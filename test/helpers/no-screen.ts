import type {ScreenAccess} from '../../source/shell/screen-effects.ts';

/** A screen that shows nothing. */
export const noScreen: ScreenAccess = {
	redraw: () => {},
	writeAside: () => {},
	lend: (use) => use(new AbortController().signal),
};
