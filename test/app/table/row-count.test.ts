import {expect, it} from 'vitest';
import {focusedTable} from '../../../source/app/screens/screen-table.ts';
import {goTo, type Keys} from '../../helpers/go-to.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {openSession} from '../../helpers/model-session.ts';

it.each<[string, readonly Keys[], number]>([
	['users', [], 12],
	['users that a filter hides, too', ['/', 'zzz', 'enter'], 12],
	['changes', ['A', 'enter', 'B', 'enter', 'f9'], 2],
	['values of a change', ['A', 'enter', 'f9', 'enter'], 1],
	['profiles to choose from', [goTo('profile'), 'enter'], 1],
])('counts %s without a list of them', (_, keys, count) => {
	const session = openSession(makeSheet(12));
	session.press(...keys);
	const table = focusedTable(session.model());
	expect(table?.rowCount).toBe(count);
	expect(table?.rowIds()).toHaveLength(count);
});
