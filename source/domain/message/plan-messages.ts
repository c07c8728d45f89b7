import {storedFields} from '../field-lists.ts';
import {findProfile} from '../profile.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import {checkField, checkUser, fullName, type Surroundings, type User} from '../user.ts';
import type {Work} from '../work.ts';
import {findMessageFaults, type MessageFault} from './compose-message.ts';
import {effectiveLink} from './effective-link.ts';

/**
 * What is to be done about the message to a user (rules.md 5.11):
 *
 * - `ready`: it would be sent.
 * - `again`: one was sent within a day, here or elsewhere, and `unknown`: it is not known whether one was; a person says whether it is to be sent again.
 * - `fault`: a placeholder is wrong or has no value, and so nothing is sent to anybody.
 * - `refused`: this user's own values keep it from being sent.
 * - `no-link`, `incomplete`: the user is not ready to be deployed.
 */
export const messageStatuses = [
	'fault',
	'refused',
	'incomplete',
	'no-link',
	'unknown',
	'again',
	'ready',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** One user of a plan. */
export type MessageRow = {
	/** The user's ID. */
	readonly id: number;
	readonly status: MessageStatus;
	/** What keeps the message from being sent. */
	readonly faults: readonly MessageFault[];
	/** Whether it would be sent for a second time within a day, or perhaps would. */
	readonly isAgain: boolean;
	/** When the last one was sent, as the plan knows it: '' for never. */
	readonly mailedOn: string;
};

/** What would be sent, and to which user. */
export type MessagePlan = {
	readonly rows: readonly MessageRow[];
	readonly counts: Readonly<Record<MessageStatus, number>>;
};

/** What a plan depends on beside the sheet. */
export type PlanOptions = {
	/** The time: ISO 8601, UTC. */
	readonly now: string;
	/** Whether a message is sent to users, too, who got one within a day, or may have got one. */
	readonly again: boolean;
};

const usersPerStep = 50;
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Plans the messages to some users, in their order; with a `fault` nothing may be sent. */
export function* planMessages(users: readonly User[], sheet: Sheet, options: PlanOptions): Work<MessagePlan> {
	const rows: MessageRow[] = [];
	const counts = Object.fromEntries(messageStatuses.map((status) => [status, 0])) as Record<
		MessageStatus,
		number
	>;
	for (const user of users) {
		if (rows.length % usersPerStep === 0) yield {done: rows.length, total: users.length};
		const row = planMessage(user, sheet, options);
		counts[row.status] += 1;
		rows.push(row);
	}
	return {rows, counts};
}

/** Plans the message to one user. */
export function planMessage(user: User, sheet: Sheet, {now, again}: PlanOptions): MessageRow {
	const {status, faults} = judgeMessage(user, sheet);
	const asked = status === 'incomplete' || status === 'no-link' ? undefined : askFirst(user, now);
	return {
		id: user.id,
		mailedOn: user.mailedOn,
		status: again ? status : (asked ?? status),
		isAgain: asked !== undefined,
		faults,
	};
}

function judgeMessage(user: User, sheet: Sheet): Pick<MessageRow, 'status' | 'faults'> {
	const profile = findProfile(sheet.profiles, user.profile);
	const surroundings = surroundingsOf(sheet);
	const isIncomplete = storedFields.some(({key}) => checkField(key, user[key], surroundings) !== undefined);
	if (profile === undefined || isIncomplete)
		return {status: 'incomplete', faults: findErrors(user, surroundings)};
	const faults = findMessageFaults(user, profile, sheet.settings.mail);
	if (faults.length === 0) return {status: 'ready', faults};
	if (faults.some(({concerns}) => concerns === 'all')) return {status: 'fault', faults};
	return {status: effectiveLink(user, profile) === '' ? 'no-link' : 'refused', faults};
}

function findErrors(user: User, surroundings: Surroundings): readonly MessageFault[] {
	return checkUser(user, surroundings)
		.filter(({severity}) => severity === 'error')
		.map((problem) => ({...problem, id: String(user.id), who: fullName(user), concerns: 'user'}));
}

/** Only what was rejected or deferred goes out again by itself. Who was deployed elsewhere has a message from there. */
function askFirst({mailResult, mailedOn, deployedOn}: User, now: string): 'again' | 'unknown' | undefined {
	if (mailResult === 'unknown') return 'unknown';
	if (mailResult === 'rejected' || mailResult === 'deferred') return undefined;
	const isToday = (at: string): boolean => at !== '' && Date.parse(now) - Date.parse(at) < dayInMilliseconds;
	return isToday(mailedOn) || isToday(deployedOn) ? 'again' : undefined;
}

/** The first of the faults that keep everybody from getting a message, with the others of its user. */
export function isBlocked({counts}: MessagePlan): boolean {
	return counts.fault > 0;
}
