import type {Effect} from '../app/effect.ts';
import type {Message} from '../app/message.ts';

export type Dispatch = (message: Message) => void;

/** The effect of a type. */
export type EffectOf<Type extends Effect['type']> = Extract<Effect, {type: Type}>;

/** How effects of some types are run, each answering with messages. What is thrown is a fault of the program. */
export type EffectRunners<Type extends Effect['type']> = {
	readonly [T in Type]: (effect: EffectOf<T>, dispatch: Dispatch) => void | Promise<void>;
};
