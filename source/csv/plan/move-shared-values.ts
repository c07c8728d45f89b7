import {equalityKey} from '../../domain/compare-text.ts';
import {findUserPlace} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import type {JudgedRow} from '../import-plan.ts';
import {addToIndex, findPlaces, removeFromIndex} from '../people/key-index.ts';
import {findEverybody, placeOfWriter, readWritten, type SharedValues} from './shared-values.ts';

/**
 * The row at a place writes nothing any more. All rows that will write something else are first taken out and then added, as two of them
 * may be about the same user.
 *
 * @param touched the places of rows that have a value in common with it: they are added
 */
export function removeWritten(shared: SharedValues, judged: JudgedRow, touched: Set<number>): void {
	touchUnchanged(shared, judged, touched);
	const written = readWritten(judged, shared.options);
	if (written === undefined) return;
	const {before, after} = written;
	putUser(shared, after.id, before, touched);
	if (before !== undefined) shared.changing.delete(before.id);
}

/** The row at a place writes what it has come to. */
export function addWritten(shared: SharedValues, at: number, judged: JudgedRow, touched: Set<number>): void {
	touchUnchanged(shared, judged, touched);
	const written = readWritten(judged, shared.options);
	if (written === undefined) return;
	const {before, after} = written;
	putUser(shared, after.id, after, touched);
	if (before !== undefined) shared.changing.set(before.id, at);
}

/** Others name a user by the line even where it changes nothing. */
function touchUnchanged(shared: SharedValues, judged: JudgedRow, touched: Set<number>): void {
	if (judged.kind !== 'unchanged') return;
	for (const key of shared.indexes.keys()) touchOwners(shared, equalityKey(judged.user[key]), touched);
}

/** The user with an ID is this one from now on, or there is none. */
function putUser(shared: SharedValues, id: number, user: User | undefined, touched: Set<number>): void {
	const {everybody, indexes} = shared;
	const before = findEverybody(shared, id);
	for (const [key, index] of indexes) {
		const value = before === undefined ? '' : equalityKey(before[key]);
		touchOwners(shared, value, touched);
		if (value !== '') removeFromIndex(index, value, id);
	}
	const place = findUserPlace(everybody, id);
	if (before !== undefined && user !== undefined) everybody[place] = user;
	else if (before !== undefined) everybody.splice(place, 1);
	else if (user !== undefined) everybody.splice(place, 0, user);
	for (const [key, index] of indexes) {
		const value = user === undefined ? '' : equalityKey(user[key]);
		if (value !== '') addToIndex(index, value, id);
		touchOwners(shared, value, touched);
	}
}

/** The rows whose users have a value, in whatever field: what is said of them may change. */
function touchOwners(shared: SharedValues, value: string, touched: Set<number>): void {
	for (const index of value === '' ? [] : shared.indexes.values()) {
		const ids = findPlaces(index, value);
		for (const id of typeof ids === 'object' ? ids : [ids]) {
			const at = id === undefined ? undefined : placeOfWriter(shared, id);
			if (at !== undefined) touched.add(at);
		}
	}
}
