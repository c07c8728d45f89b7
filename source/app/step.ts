import type {Effect} from './effect.ts';
import type {Model} from './model.ts';

/** The model after a message, and what the shell has to do. */
export type Step = readonly [Model, readonly Effect[]];
