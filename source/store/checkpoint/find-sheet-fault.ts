import type {Change} from '../../domain/change.ts';
import {quote} from '../../domain/problem.ts';
import {type Sheet, userPlaces} from '../../domain/sheet.ts';

/**
 * What is wrong with a sheet as a whole: the rules that hold between its parts. Asked after every load, and before every
 * write, so that nothing is written that could not be opened again.
 *
 * @returns the end of a sentence, or undefined when all is well
 */
export function findSheetFault(sheet: Sheet): string | undefined {
	return findUserFault(sheet) ?? findProfileFault(sheet);
}

/** The same after a change, when the sheet before it was sound: only what the change touched is looked at. */
export function findChangeFault(sheet: Sheet, {added, profiles}: Change): string | undefined {
	const placeOf = userPlaces(sheet.users);
	for (const {id} of added) {
		const place = placeOf(id);
		if (sheet.users[place + 1]?.id === id) return `two users have the ID ${id}`;
	}
	return profiles === undefined ? undefined : findProfileFault(sheet);
}

function findUserFault({users, nextId}: Sheet): string | undefined {
	let last = 0;
	for (const [index, {id}] of users.entries()) {
		if (id <= last) {
			return users.slice(0, index).some((user) => user.id === id)
				? `two users have the ID ${id}`
				: `the user with ID ${id} comes after the user with ID ${last}`;
		}
		last = id;
	}
	return last < nextId
		? undefined
		: `the next ID to be given is ${nextId}, but there is a user with ID ${last}`;
}

function findProfileFault({profiles}: Sheet): string | undefined {
	if (profiles.length === 0) return 'there is no profile';
	// As the first release compared them: a sheet that it wrote is sound, though today two of its names may count as one.
	const keys = profiles.map(({name}) => name.trim().toLowerCase());
	const twice = profiles.find((_, index) => keys.slice(0, index).some((key) => key === keys[index]));
	return twice === undefined ? undefined : `two profiles have the name ${quote(twice.name)}`;
}
