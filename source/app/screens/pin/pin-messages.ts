import type {PinPlan} from '../../../domain/pins/plan-pins.ts';
import type {User} from '../../../domain/user.ts';

export type PinMessage =
	| {readonly type: 'pin/open'}
	| {readonly type: 'pin/move'; readonly by: number}
	| {readonly type: 'pin/ask'}
	/** `users` are those of the effect. */
	| ({readonly type: 'pin/planned'; readonly users: readonly User[]} & PinPlan)
	| {readonly type: 'pin/set'};

declare module '../../message.ts' {
	interface Messages {
		readonly pin: PinMessage;
	}
}
