import type {MessagePlan} from '../../../domain/message/plan-messages.ts';
import type {SentMessage, WantedMessage} from '../../../domain/message/sent-message.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {Progress} from '../../../domain/work.ts';
import type {MailWay} from './deploy-state.ts';

export type DeployMessage =
	| {readonly type: 'deploy/open'}
	| {readonly type: 'deploy/progressed'; readonly progress: Progress}
	/** `sheet` and `again` are those of the effect. */
	| {
			readonly type: 'deploy/planned';
			readonly plan: MessagePlan;
			readonly way: MailWay;
			readonly sheet: Sheet;
			readonly again: boolean;
	  }
	/** Also to those who got one within a day, or perhaps got one; or not. */
	| {readonly type: 'deploy/toggle-again'}
	| {readonly type: 'deploy/show-message'}
	| {readonly type: 'deploy/hide-message'}
	/** To the message of another user. */
	| {readonly type: 'deploy/move-user'; readonly by: number}
	/** Scrolls the message. */
	| {readonly type: 'deploy/scroll'; readonly by: number}
	| {readonly type: 'deploy/ask'}
	| {readonly type: 'deploy/send'; readonly wanted: readonly WantedMessage[]}
	| {readonly type: 'deploy/sent'; readonly sent: readonly SentMessage[]}
	/** `stopped` says why it has ended before the end, or has not begun. */
	| {readonly type: 'deploy/ended'; readonly stopped: string | undefined}
	| {readonly type: 'deploy/stop'}
	| {readonly type: 'deploy/back'};

/** What is asked of the shell. */
type DeployEffect =
	/** Plans the messages to some users, instead of what is being planned. Answer: `deploy/planned`, with `deploy/progressed` on the way. */
	| {
			readonly type: 'deploy/plan';
			readonly ids: readonly number[];
			readonly again: boolean;
			readonly sheet: Sheet;
	  }
	/** Sends messages. Answer: `deploy/sent` for each or for several, and `deploy/ended`, with `store/changed` before it. */
	| {readonly type: 'deploy/send'; readonly wanted: readonly WantedMessage[]; readonly sheet: Sheet}
	/** Stops planning, and sending after the message that is under way. No answer of its own. */
	| {readonly type: 'deploy/cancel'};

declare module '../../message.ts' {
	interface Messages {
		readonly deploy: DeployMessage;
	}
}

declare module '../../effect.ts' {
	interface Effects {
		readonly deploy: DeployEffect;
	}
}
