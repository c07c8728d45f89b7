import type {Context} from './context.ts';

/** How a subcommand hands over what it would do: main gives it the context, and takes its exit code. */
export type Act = (run: (context: Context) => Promise<number>) => Promise<void>;
