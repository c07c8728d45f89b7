import {count} from '../problem.ts';
import type {MailSettings} from '../sheet.ts';
import type {MessagePlan, MessageStatus} from './plan-messages.ts';

/** What a list says of a user. */
export const statusTexts: Readonly<Record<MessageStatus, string>> = {
	fault: 'Wrong placeholder',
	refused: 'Cannot be sent',
	incomplete: 'Incomplete',
	'no-link': 'No link',
	unknown: 'Perhaps sent',
	again: 'Sent within a day',
	ready: 'To send',
};

/** How a list and a sentence say that a message has gone out: into a folder, it is only written. */
export function sentWord({way}: Pick<MailSettings, 'way'>): 'written' | 'sent' {
	return way === 'outbox' ? 'written' : 'sent';
}

/** What a plan comes to, a part of a sentence for each status that it has: "12 to send", "3 without a link". */
export function describePlan({counts}: MessagePlan): readonly string[] {
	const parts: Readonly<Record<MessageStatus, (amount: number) => string>> = {
		ready: (amount) => `${amount.toLocaleString('en-US')} to send`,
		again: (amount) => `${amount.toLocaleString('en-US')} sent within a day`,
		unknown: (amount) => `${amount.toLocaleString('en-US')} perhaps sent`,
		'no-link': (amount) => `${amount.toLocaleString('en-US')} without a link`,
		incomplete: (amount) => `${amount.toLocaleString('en-US')} incomplete`,
		refused: (amount) => `${amount.toLocaleString('en-US')} that cannot be sent`,
		fault: (amount) => count(amount, 'wrong placeholder or text', 'wrong placeholders or texts'),
	};
	const order = ['ready', 'again', 'unknown', 'no-link', 'incomplete', 'refused', 'fault'] as const;
	return order.flatMap((status) => (counts[status] === 0 ? [] : [parts[status](counts[status])]));
}
