import {defaultProfile, type Profile} from '../../../domain/profile.ts';
import {laterProfile} from '../../../domain/profiles/renamed-profile.ts';
import type {RowId} from '../../table/table-state.ts';
import {addedRow, type ProfileRows, type ProfilesState} from './profiles-state.ts';

/** The rows for the profiles of now: each one keeps its number, a renamed one too, and new ones get the next. */
export function followProfileRows({seen, ids, nextId}: ProfileRows, now: readonly Profile[]): ProfileRows {
	if (seen === now) return {seen, ids, nextId};
	let next = nextId;
	const taken = new Map<Profile, RowId>();
	for (const [place, was] of seen.entries()) {
		const later = laterProfile(was, seen, now);
		const id = ids[place];
		if (later !== undefined && id !== undefined) taken.set(later, id);
	}
	const numbers = now.map((profile) => {
		const known = taken.get(profile);
		if (known !== undefined) return known;
		next += 1;
		return next - 1;
	});
	const isSame = numbers.length === ids.length && numbers.every((id, place) => id === ids[place]);
	return {seen: now, ids: isSame ? ids : numbers, nextId: next};
}

const added: Profile = {...defaultProfile, name: ''};

/** The profile of a row; where one is being added, its row comes behind the others. */
export function profileOfRow({seen, ids}: ProfileRows, id: RowId): Profile | undefined {
	return id === addedRow ? added : seen[ids.indexOf(id)];
}

/** All rows in the order of the sheet. */
export function profileRowIds({ids, editor}: Pick<ProfilesState, 'ids' | 'editor'>): readonly RowId[] {
	return editor?.row === addedRow ? [...ids, addedRow] : ids;
}
