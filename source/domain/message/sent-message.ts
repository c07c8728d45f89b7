import type {Finding} from '../problem.ts';
import type {MailResult} from '../system-fields.ts';

/** What has become of a message; `skipped` where the user is not any more as the plan was made for. */
export type SentMessage = {
	readonly id: number;
	readonly name: string;
	readonly result: Exclude<MailResult, ''> | 'skipped';
	/** Why it was not accepted. */
	readonly reason?: Finding;
};

/** A message that is to be sent, and when the one before was: another time means that another process has sent one meanwhile. */
export type WantedMessage = {readonly id: number; readonly mailedOn: string};
