import type {FieldKey} from '../../../domain/field.ts';
import type {HandOverWay} from '../../../domain/plan-hand-over.ts';

export type FormMessage =
	/** Without `id` for a new user; `key` has the focus first, where it can be filled in. */
	| {readonly type: 'form/open'; readonly id?: number; readonly key?: FieldKey}
	/** Asks what becomes of the user, then opens the form of the one who gets the number. */
	| {readonly type: 'form/ask-hand-over'; readonly id: number}
	| {readonly type: 'form/open-hand-over'; readonly id: number; readonly way: HandOverWay}
	| {readonly type: 'form/move-focus'; readonly by: number}
	| {readonly type: 'form/choose-profile'; readonly typed?: string}
	| {readonly type: 'form/set-value'; readonly key: FieldKey; readonly value: string}
	| {readonly type: 'form/generate-pin'}
	| {readonly type: 'form/take-pin'; readonly pin: string}
	| {readonly type: 'form/save'; readonly another: boolean; readonly sure?: boolean}
	| {readonly type: 'form/press-enter'}
	| {readonly type: 'form/cancel'};

declare module '../../message.ts' {
	interface Messages {
		readonly form: FormMessage;
	}
}
