import {defaultProfile, type Profile} from './profile.ts';
import type {Surroundings, User} from './user.ts';

/** Switches of the whole sheet. */
export type Settings = {
	/** No MiCollab and no MBG: the PBX fields become required. */
	readonly standAlone: boolean;
	/** What the history keeps; what is older, or beyond that many changes, goes when the store tidies up. */
	readonly history: {readonly days: number; readonly entries: number};
	readonly backup: {
		/** How many dated copies are kept. */
		readonly keep: number;
		/** A change of more users than this makes a dated copy first. */
		readonly above: number;
	};
	readonly mail: MailSettings;
};

/** How mails with deployment links go out. The password of the login is never stored here. */
export type MailSettings = {
	/** As files into a folder, or to a mail server. */
	readonly way: 'outbox' | 'smtp';
	/** Folder of the files; '' for the usual one beside the store. */
	readonly outbox: string;
	/** Name or IP address of the mail server. */
	readonly host: string;
	readonly port: number;
	/** From the first byte, or after a greeting without; `none` takes no login. */
	readonly security: 'tls' | 'starttls' | 'none';
	/** User name at the mail server; '' for none. */
	readonly login: string;
	/** E-mail address that mails come from. */
	readonly sender: string;
	/** Who helps a user, as a mail says it: a name, an address, a number. */
	readonly contact: string;
};

/** What a new sheet starts with. */
export const defaultSettings: Settings = {
	standAlone: false,
	history: {days: 365, entries: 10_000},
	backup: {keep: 10, above: 100},
	mail: {
		way: 'outbox',
		outbox: '',
		host: '',
		port: 587,
		security: 'starttls',
		login: '',
		sender: '',
		contact: '',
	},
};

/** A user who was deleted while deployed: the client still works until an administrator withdraws it (rules.md 5.0). */
export type Withdrawal = {
	/** The ID that the user had. */
	readonly id: number;
	readonly name: string;
	readonly number: string;
	readonly serviceUser: string;
	/** ISO 8601, UTC. */
	readonly deployedOn: string;
};

/** Everything that is stored: what a file holds, and what the screen shows. */
export type Sheet = {
	/** Sorted by ID, upwards. */
	readonly users: readonly User[];
	readonly profiles: readonly Profile[];
	readonly settings: Settings;
	/** Users who were deleted while they were deployed, by ID, upwards. */
	readonly toWithdraw: readonly Withdrawal[];
	/** The next ID to be given; IDs below it are never given again. */
	readonly nextId: number;
	/** Counts the changes ever made. */
	readonly revision: number;
};

/** A new sheet: no users, one profile `Default`. */
export const emptySheet: Sheet = {
	users: [],
	profiles: [defaultProfile],
	settings: defaultSettings,
	toWithdraw: [],
	nextId: 1,
	revision: 0,
};

/** The user with this ID, by binary search. */
export function findUser(sheet: Sheet, id: number): User | undefined {
	return sheet.users[findUserIndex(sheet.users, id)];
}

/** The index of the user with this ID, or -1. */
export function findUserIndex(users: readonly User[], id: number): number {
	const place = findUserPlace(users, id);
	return users[place]?.id === id ? place : -1;
}

/** The index of the user with this ID, or the one that such a user would get. */
export function findUserPlace(users: readonly User[], id: number): number {
	let low = 0;
	let high = users.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((users[middle]?.id ?? 0) < id) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Finds many users, each like {@link findUserPlace}. In the order of their IDs each costs next to nothing, since each is
 * behind the last one; in any other order it is a binary search.
 */
export function userPlaces(users: readonly User[]): (id: number) => number {
	let next = 0;
	return (id) => {
		if (users[next]?.id !== id) {
			const isHere = (users[next]?.id ?? Number.POSITIVE_INFINITY) > id && (users[next - 1]?.id ?? 0) < id;
			if (!isHere) next = findUserPlace(users, id);
			if (users[next]?.id !== id) return next;
		}
		next += 1;
		return next - 1;
	};
}

/** The same with the users in place of their indexes. */
export function userFinder(users: readonly User[]): (id: number) => User | undefined {
	const placeOf = userPlaces(users);
	return (id) => {
		const user = users[placeOf(id)];
		return user?.id === id ? user : undefined;
	};
}

/** The users with these IDs, in their order; those who are no longer there are left out. */
export function usersWithIds({users}: Pick<Sheet, 'users'>, ids: readonly number[]): readonly User[] {
	return ids.map(userFinder(users)).filter((user) => user !== undefined);
}

const knownSurroundings = new WeakMap<Sheet['profiles'], Surroundings>();

/** What the rules for a single user need of the sheet: the same object as long as it is the same. */
export function surroundingsOf({profiles, settings: {standAlone}}: Sheet): Surroundings {
	const known = knownSurroundings.get(profiles);
	if (known?.standAlone === standAlone) return known;
	const surroundings = {profiles, standAlone};
	knownSurroundings.set(profiles, surroundings);
	return surroundings;
}
