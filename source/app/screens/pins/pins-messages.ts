import type {ToldPlan} from '../../../domain/pins/told-pin.ts';
import type {Sheet} from '../../../domain/sheet.ts';

/** PINs to be ticked. */
export type TickJob = {
	readonly ids: readonly number[];
	readonly told: boolean;
	/** Whether a person is asked first. */
	readonly asks: boolean;
	readonly sheet: Sheet;
};

export type PinsMessage =
	/** The PINs of these users, or else of those that the action is for. */
	| {readonly type: 'pins/open'; readonly ids?: readonly number[]}
	/** The hand-out for the users of the list that is open, or else of the grid. */
	| {readonly type: 'pins/hand-out'}
	/** Asks whether to tick the same users as told, or as not told. */
	| {readonly type: 'pins/ask-tick'; readonly told: boolean}
	/** `sheet` is that of the effect. */
	| ({readonly type: 'pins/tick-planned'; readonly plan: ToldPlan} & TickJob)
	| {readonly type: 'pins/tick'; readonly ids: readonly number[]; readonly told: boolean}
	| {readonly type: 'pins/back'};

declare module '../../message.ts' {
	interface Messages {
		readonly pins: PinsMessage;
	}
}

/** Works out what ticking the PINs of many users would do. Answer: `pins/tick-planned`. */
type PinsEffect = {readonly type: 'pins/plan-tick'} & TickJob;

declare module '../../effect.ts' {
	interface Effects {
		readonly pins: PinsEffect;
	}
}
