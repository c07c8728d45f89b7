import {emptyUser, type User, type WritableUser} from '../../../domain/user.ts';
import {matchWayOf} from '../../match-by.ts';
import type {RowContext} from '../row-context.ts';
import {createPlainCell, ruled} from './plain-cell.ts';

type ReadPlainUser = RowContext['readPlainUser'];

/** A user that a file adds, with nothing filled in. It is copied whole, which is twice as fast as adding ID and origin to each. */
export const blankUser: User = {...emptyUser, origin: 'csv'};

const readsNone: ReadPlainUser = () => undefined;

/**
 * Makes a quick look at the rows of a file: nearly all make a user about which there is nothing to say, and that is found out in a tenth of
 * the time which the rules take. It decides nothing by itself: the rules would come to the same user (a test holds it).
 */
export function createPlainUser(
	context: Omit<RowContext, 'people' | 'finder' | 'knownDoubts' | 'readPlainUser'>,
): ReadPlainUser {
	const {options, columns, marks, mandatory, idColumn, fullNames, profileOfNew} = context;
	const given = new Set(columns.map(({key}) => key));
	if (profileOfNew !== undefined) given.add('profile');
	const isWhole = [...mandatory].every((key) => given.has(key));
	const isOfSource = matchWayOf(options.matchBy).source !== undefined;
	if (options.overwrite || isOfSource || !isWhole || fullNames.length + marks.length > 0) return readsNone;
	const readers = columns.map((column) => ({
		index: column.index,
		key: column.key,
		read: createPlainCell(column, context, mandatory.has(column.key)),
	}));
	const doubts = columns.flatMap(({key, field: {doubt}}) =>
		doubt === undefined || ruled.has(key)
			? []
			: [(user: User) => user[key] !== '' && doubt(user[key], user) !== undefined],
	);
	return ({cells, misread}, id) => {
		if (misread !== undefined || (idColumn !== undefined && cells[idColumn] !== '')) return undefined;
		const user: WritableUser = {...blankUser};
		user.id = id;
		if (profileOfNew !== undefined) user.profile = profileOfNew;
		for (const {index, key, read} of readers) {
			const value = read(cells[index] ?? '');
			if (value === undefined) return undefined;
			user[key] = value;
		}
		return doubts.some((isDoubtful) => isDoubtful(user)) ? undefined : user;
	};
}
