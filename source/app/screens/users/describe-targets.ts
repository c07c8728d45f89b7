import {count} from '../../../domain/problem.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import type {Model} from '../../model.ts';
import {scopeOf} from '../../table/scope.ts';
import type {Table} from '../../table/table.ts';
import type {RowId} from '../../table/table-state.ts';
import {usersTable} from './users-table.ts';

/** The users that an action on many is for, in words: the one way in which titles and questions say it (rules.md 3.20). */
export type Targets = {
	readonly ids: readonly number[];
	/** "Ann Archer (ID 1)", or "12 marked users", or "12 users of the range". */
	readonly who: string;
	/** " (3 hidden by the filter)", or '': for the end of {@link who} in a title or a question. */
	readonly hidden: string;
};

/** The users that an action on many is for, and how a question names them. */
export function describeTargets(model: Model): Targets {
	return describeScope(usersTable(model.grid, model), (id) => {
		const user = findUser(model.sheet, id);
		return user === undefined ? undefined : `${fullName(user)} (ID ${id})`;
	});
}

/** The same for any list. */
export function describeScope(table: Table, nameRow: (id: RowId) => string | undefined): Targets {
	const {by, rows, hidden: amount} = scopeOf(table);
	const ids = [...new Set(rows)];
	const {one, many: several} = table.kind.noun;
	const [first = 0] = ids;
	const name = ids.length === 1 ? nameRow(first) : undefined;
	const many =
		by === 'marks'
			? count(ids.length, `marked ${one}`, `marked ${several}`)
			: `${count(ids.length, one, several)} of the range`;
	return {
		ids,
		who: name ?? many,
		hidden:
			amount === 0
				? ''
				: ` (${name === undefined ? `${amount.toLocaleString('en-US')} ` : ''}hidden by the filter)`,
	};
}
