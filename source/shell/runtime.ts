import type {Effect} from '../app/effect.ts';
import type {Message} from '../app/message.ts';
import type {Model} from '../app/model.ts';
import type {Step} from '../app/step.ts';
import {update} from '../app/update.ts';

/** Runs one effect and answers with messages; the promise settles when there is nothing more to come from it. */
export type RunEffect = (effect: Effect, dispatch: (message: Message) => void) => Promise<void>;

/** The one loop: messages in, model out, effects to the shell. */
export type Runtime = {
	readonly model: () => Model;
	/** Keys that arrive before anything is drawn each see the model that the one before has left. */
	readonly dispatch: (message: Message) => void;
	/** Calls back after the model has changed; returns how to stop that. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Settles when no effect is under way: how tests wait. */
	readonly whenIdle: () => Promise<void>;
};

/** A loop for a model and a shell. What throws in the loop or in an effect is a fault of the program, and goes to `onFault`. */
export function createRuntime(
	start: Model,
	runEffect: RunEffect,
	onFault: (error: unknown) => void,
): Runtime {
	let model = start;
	const listeners = new Set<() => void>();
	const running = new Set<Promise<void>>();

	const dispatch = (message: Message): void => {
		const step = updateOrFail(message);
		if (step === undefined) return;
		const [next, effects] = step;
		const changed = next !== model;
		model = next;
		if (changed) for (const listener of listeners) listener();
		for (const effect of effects) {
			const run = runEffect(effect, dispatch).catch(onFault);
			running.add(run);
			void run.finally(() => running.delete(run));
		}
	};

	/** Thrown on, the fault would be reported on a screen that is about to go away. */
	function updateOrFail(message: Message): Step | undefined {
		try {
			return update(model, message);
		} catch (error) {
			onFault(error);
			return undefined;
		}
	}

	return {
		model: () => model,
		dispatch,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		whenIdle: async () => {
			while (running.size > 0) await Promise.all(running);
		},
	};
}
