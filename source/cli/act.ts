import type {Context} from './context.ts';

/**
 * Makes the action of a subcommand of what it would do, which is given the context, and then its arguments and flags; main takes its
 * exit code.
 */
export type Act = <Given extends readonly unknown[]>(
	run: (context: Context, ...given: Given) => Promise<number>,
) => (...given: Given) => Promise<void>;
