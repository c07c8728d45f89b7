import {fingerprintDeployment} from '../domain/fingerprint-deployment.ts';
import {composeMessage} from '../domain/message/compose-message.ts';
import {messageFileName} from '../domain/message/message-file-name.ts';
import type {SentMessage, WantedMessage} from '../domain/message/sent-message.ts';
import type {Finding} from '../domain/problem.ts';
import {findProfile} from '../domain/profile.ts';
import {findUser, type Sheet} from '../domain/sheet.ts';
import {fullName, type User} from '../domain/user.ts';
import type {Delivery, Letter, MailRoute} from '../mail/delivery.ts';
import {answeredLater} from '../mail/describe-mail-error.ts';
import {createRateLimit, type MailClock} from '../mail/rate-limit.ts';
import type {MailRun} from '../store/mailing/mailing.ts';
import type {Store} from '../store/store.ts';
import {isStoreError, type StoreError} from '../store/store-error.ts';

/** How messages are sent. */
export type Sending = {
	readonly store: Pick<Store, 'read'>;
	readonly run: MailRun;
	readonly route: MailRoute;
	/** Address that they come from; '' for none. */
	readonly sender: string;
	/** Most messages within a minute. */
	readonly perMinute: number;
	readonly clock: MailClock;
	/** No further message is begun once it comes. */
	readonly signal: AbortSignal;
	readonly onSent: (sent: SentMessage) => void;
};

/** Messages in a row that found no connection: after these the rest is left for another time. */
const mostLost = 3;

/**
 * Sends messages, one after another. Before each one it is written down that nothing is known of it, and then what has become of it:
 * so a crash at any moment makes no second message. One that fails does not stop the others.
 *
 * @returns why it has stopped before the end
 */
export async function sendMessages(
	wanted: readonly WantedMessage[],
	sending: Sending,
): Promise<StoreError | Finding | undefined> {
	const {store, run, route, signal, onSent} = sending;
	const waitForTurn = createRateLimit(sending.perMinute, sending.clock);
	let lost = 0;
	for (const one of wanted) {
		if (signal.aborted) return undefined;
		const sheet = store.read();
		if (isStoreError(sheet)) return sheet.error;
		const prepared = await prepareLetter(one, sheet, sending.sender);
		if ('skipped' in prepared) {
			onSent(prepared.skipped);
			continue;
		}
		await waitForTurn(signal);
		if (signal.aborted) return undefined;
		const {user, letter, as} = prepared;
		const record = {id: user.id, at: new Date().toISOString(), as};
		const refused = run.note({...record, result: 'unknown'});
		if (refused !== undefined) return refused.error;
		const delivery = await route.deliver(letter);
		const failed = run.note({...record, result: delivery.result});
		onSent({id: user.id, name: fullName(user), ...delivery});
		if (failed !== undefined) return failed.error;
		lost = isLost(delivery) ? lost + 1 : 0;
		if (lost === mostLost && 'reason' in delivery) return delivery.reason;
	}
	return undefined;
}

type Prepared = {readonly user: User; readonly letter: Letter; readonly as: string};

/** The message as the sheet is now: others may have changed the user since the plan was made. */
async function prepareLetter(
	{id, mailedOn}: WantedMessage,
	sheet: Sheet,
	sender: string,
): Promise<Prepared | {readonly skipped: SentMessage}> {
	const user = findUser(sheet, id);
	const skip = (reason: Finding): {readonly skipped: SentMessage} => ({
		skipped: {id, name: user === undefined ? '' : fullName(user), result: 'skipped', reason},
	});
	if (user === undefined) return skip(deletedMeanwhile);
	if (user.mailedOn !== mailedOn) return skip(sentMeanwhile);
	const profile = findProfile(sheet.profiles, user.profile);
	if (profile === undefined) return skip(changedMeanwhile);
	const composed = composeMessage(user, profile, sheet.settings.mail);
	if (composed.kind === 'faults') return skip(composed.faults[0] ?? changedMeanwhile);
	const {message} = composed;
	// Its library is needed by those who send, and would be loaded at each start.
	const {buildMime} = await import('../mail/build-mime.ts');
	const letter = {
		fileName: (turn: number) => messageFileName(user, turn),
		to: message.to.address,
		mime: await buildMime(message, sender, new Date()),
		credentials: [message.link, user.authenticationCode],
	};
	return {user, letter, as: fingerprintDeployment(user, profile)};
}

/** Whether nothing can be said to where the messages go; a server that defers one message is there for the next one. */
function isLost(delivery: Delivery): boolean {
	if (delivery.result === 'unknown') return true;
	return delivery.result === 'deferred' && delivery.reason.code !== answeredLater;
}

const deletedMeanwhile: Finding = {
	code: 'deleted-meanwhile',
	message: 'The user was deleted meanwhile.',
	short: 'Deleted meanwhile',
};
const sentMeanwhile: Finding = {
	code: 'sent-meanwhile',
	message: 'Another usersheet has tried to send the message meanwhile.',
	short: 'Tried by another meanwhile',
};
const changedMeanwhile: Finding = {
	code: 'changed-meanwhile',
	message: 'The user was changed meanwhile.',
	short: 'Changed meanwhile',
};
