import type {MessagePlan, MessageRow} from '../../../domain/message/plan-messages.ts';
import type {SentMessage} from '../../../domain/message/sent-message.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {Progress} from '../../../domain/work.ts';
import {openTable, type TableState} from '../../table/table-state.ts';
import type {Targets} from '../users/describe-targets.ts';

/** Where messages go, as the shell knows it. */
export type MailWay = {
	/** "as files into /srv/phones/outbox". */
	readonly text: string;
	/** What has happened to a message that was accepted. */
	readonly done: 'written' | 'sent';
	/** Most messages within a minute; undefined for no limit. */
	readonly perMinute: number | undefined;
};

/** Messages with deployment links: who would get one, each of them as it is, and what became of them. */
export type DeployState = {
	readonly name: 'deploy';
	readonly aboutUsers: true;
	readonly targets: Targets;
	/** Whether those get one, too, who got one within a day, or perhaps got one. */
	readonly again: boolean;
	/** Undefined until it is known; `sheet` is what it was made for. */
	readonly planned: {readonly plan: MessagePlan; readonly way: MailWay; readonly sheet: Sheet} | undefined;
	/** How far planning has come. */
	readonly progress: Progress | undefined;
	/** While the message to the user under the cursor is shown: the first line of it on the screen. */
	readonly preview: {readonly top: number} | undefined;
	/** `sending` has how many there are, and whether it stops after the message that is under way; `done` is the end. */
	readonly run:
		| {readonly step: 'sending'; readonly total: number; readonly isStopping: boolean}
		| {readonly step: 'done'}
		| undefined;
	/** What became of messages, by the ID of the user. */
	readonly sent: ReadonlyMap<number, SentMessage>;
	/** Rows are known by the ID of the user. */
	readonly table: TableState;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly deploy: DeployState;
	}
}

/** The screen before anything is known of the messages. */
export function openDeploy(targets: Targets): DeployState {
	return {
		name: 'deploy',
		aboutUsers: true,
		targets,
		again: false,
		planned: undefined,
		progress: undefined,
		preview: undefined,
		run: undefined,
		sent: new Map(),
		table: openTable(targets.ids, {column: 2}),
	};
}

/** The rows that would be sent, in the order of the plan; none where one of them keeps all from being sent. */
export function readyRows({planned}: DeployState): readonly MessageRow[] {
	if (planned === undefined || planned.plan.counts.fault > 0) return [];
	return planned.plan.rows.filter(({status}) => status === 'ready');
}
