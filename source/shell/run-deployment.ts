import {setTimeout} from 'node:timers/promises';
import type {Origination} from '../domain/entry.ts';
import type {SentMessage, WantedMessage} from '../domain/message/sent-message.ts';
import type {Finding} from '../domain/problem.ts';
import type {MailSettings} from '../domain/sheet.ts';
import type {MailRoute} from '../mail/delivery.ts';
import type {MailClock} from '../mail/rate-limit.ts';
import type {Commit} from '../store/commit-change.ts';
import type {Store} from '../store/store.ts';
import {isStoreError, type StoreError} from '../store/store-error.ts';
import {openMailRoute} from './open-mail-route.ts';
import {sendMessages} from './send-messages.ts';

/** A run of messages, as it was asked for. */
export type Deployment = {
	readonly wanted: readonly WantedMessage[];
	readonly mail: MailSettings;
	readonly perMinute: number;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly origination: Origination;
	readonly signal: AbortSignal;
	readonly onSent: (sent: SentMessage) => void;
};

/** How a run has ended. */
export type DeploymentEnd = {
	/** Why it did not begin, or has stopped before the end. */
	readonly stopped?: Finding | StoreError;
	/** What it has made of the sheet; absent where that could not be written yet. */
	readonly commit?: Commit;
};

/**
 * Sends messages by the way of the settings, and puts into the sheet what became of them. It begins with the connection: without one
 * nothing is written down.
 */
export async function runDeployment(store: Store, deployment: Deployment): Promise<DeploymentEnd> {
	const {mail, env, origination} = deployment;
	const route = await openMailRoute(mail, store.file, env);
	if ('problem' in route) return {stopped: route.problem};
	try {
		return await recordRun(store, deployment, route, origination);
	} finally {
		route.close();
	}
}

async function recordRun(
	store: Store,
	{wanted, mail, perMinute, signal, onSent}: Deployment,
	route: MailRoute,
	origination: Origination,
): Promise<DeploymentEnd> {
	const run = await store.mailing.begin();
	if (isStoreError(run)) return {stopped: run.error};
	const stopped = await sendMessages(wanted, {
		...{store, run, route, signal, onSent},
		sender: mail.sender,
		perMinute: mail.way === 'smtp' ? perMinute : Number.POSITIVE_INFINITY,
		clock: machineClock,
	});
	const commit = await run.finish(origination);
	if (isStoreError(commit)) return {stopped: commit.error};
	return {commit, ...(stopped === undefined ? {} : {stopped})};
}

const machineClock: MailClock = {
	now: () => performance.now(),
	// Where it is cancelled, it is only over sooner.
	sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, {signal}).catch(() => {}),
};
