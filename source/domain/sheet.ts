import {defaultProfile, type Profile} from './profile.ts';
import type {Surroundings, User} from './user.ts';

/** Switches of the whole sheet. */
export type Settings = {
	/** No MiCollab and no MBG: the PBX fields become required. */
	readonly standAlone: boolean;
};

/** Everything that is stored: what a file holds, and what the screen shows. */
export type Sheet = {
	/** Sorted by ID, upwards. */
	readonly users: readonly User[];
	readonly profiles: readonly Profile[];
	readonly settings: Settings;
	/** The next ID to be given; IDs below it are never given again. */
	readonly nextId: number;
	/** Counts the changes ever made. */
	readonly revision: number;
};

/** A new sheet: nobody in it, one profile `Default`. */
export const emptySheet: Sheet = {
	users: [],
	profiles: [defaultProfile],
	settings: {standAlone: false},
	nextId: 1,
	revision: 0,
};

/** The user with this ID, by binary search. */
export function findUser(sheet: Sheet, id: number): User | undefined {
	return sheet.users[findUserIndex(sheet.users, id)];
}

/** Where the user with this ID stands, or -1. */
export function findUserIndex(users: readonly User[], id: number): number {
	let low = 0;
	let high = users.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = users[middle]?.id ?? 0;
		if (found === id) return middle;
		if (found < id) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/** What the rules for a single user need of the sheet. */
export function surroundingsOf(sheet: Sheet): Surroundings {
	return {profiles: sheet.profiles, standAlone: sheet.settings.standAlone};
}
