import {describe, expect, it} from 'vitest';
import {keymaps} from '../../../source/app/keymap/keymaps.ts';
import {usersTable} from '../../../source/app/screens/users/users-table.ts';
import {describeRange, scopeOf} from '../../../source/app/table/scope.ts';
import {emptyChange} from '../../../source/domain/change.ts';
import {goTo} from '../../helpers/go-to.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const tableOf = (session: ModelSession) => usersTable(session.model().grid, session.model());
const scope = (session: ModelSession) => {
	const {by, rows, columns} = scopeOf(tableOf(session));
	return `${by}: ${rows.join(' ')}: ${columns.map(({key}) => key).join(' ')}`;
};
const twelve = makeSheet(12);

describe('a range', () => {
	it.each([
		['no key for one', ['down'], 'row: 2: firstName'],
		['downwards', ['shift+down', 'shift+down'], 'range: 1 2 3: firstName'],
		['upwards', ['down', 'down', 'shift+up'], 'range: 2 3: firstName'],
		['back to where it began', ['shift+down', 'shift+up'], 'range: 1: firstName'],
		['sideways', ['shift+right', 'shift+down'], 'range: 1 2: firstName lastName'],
		['to the left', ['right', 'shift+left', 'shift+left'], 'range: 1: id firstName lastName'],
		['to the last row', ['end', 'ctrl+end', 'up', 'shift+pagedown'], 'range: 11 12: voicemailNumber'],
		['a page', ['shift+pagedown', 'shift+pageup', 'shift+down'], 'range: 1 2: firstName'],
		['with F8, all moves', ['f8', 'down', 'pagedown', 'up'], 'range: 1 2 3 4 5 6 7 8 9 10 11: firstName'],
		['from Shift on with F8', ['shift+down', 'f8', 'down'], 'range: 1 2 3: firstName'],
		['ended by F8', ['f8', 'down', 'f8'], 'row: 2: firstName'],
		['ended by a move', ['shift+down', 'down'], 'row: 3: firstName'],
		['ended by Esc', ['f8', 'down', 'escape', 'down'], 'row: 3: firstName'],
		['ended by another order', ['shift+down', 'ctrl+o'], 'row: 2: firstName'],
		['ended by a filter', ['shift+down', '/', '@', 'enter'], 'row: 2: firstName'],
		[
			'ended by the end of a filter',
			['/', '@', 'enter', 'shift+down', 'escape', 'escape'],
			'row: 2: firstName',
		],
		['kept by a filter that was not typed', ['shift+down', '/', 'escape'], 'range: 1 2: firstName'],
		['kept by a value that is not typed', ['shift+down', 'f2', 'escape'], 'range: 1 2: firstName'],
		['the whole column', ['down', 'ctrl+u'], 'range: 1 2 3 4 5 6 7 8 9 10 11 12: firstName'],
		[
			'whole columns',
			['down', 'ctrl+u', 'shift+right'],
			'range: 1 2 3 4 5 6 7 8 9 10 11 12: firstName lastName',
		],
		['marked by Space', ['shift+down', 'space', 'end'], 'marks: 1 2: voicemailNumber'],
		['with marks: they count', ['space', 'down', 'shift+right'], 'marks: 1: firstName lastName'],
		['not marked any more', ['shift+down', 'space', 'shift+up', 'space'], 'row: 1: firstName'],
	])('%s', (_, keys, expected) => {
		const session = openSession(twelve);
		session.press(...keys);
		expect(scope(session)).toBe(expected);
	});

	it('has v and V in Vim, and takes counts', () => {
		const session = openSession(twelve, {keymap: keymaps.vim});
		session.press('v', '2', 'j', 'l');
		expect(describeRange(tableOf(session))).toBe('3 users × 2 columns');
		session.press('v', 'V');
		expect(describeRange(tableOf(session))).toBe('12 users × 1 column');
		session.press('escape', 'v', '5', 'G');
		expect(scope(session)).toBe('range: 3 4 5: lastName');
	});

	it('stays on its users when others change rows, and ends with its first one', () => {
		const session = openSession(twelve);
		session.press('down', 'down', goTo('email'), 'shift+down', 'shift+down');
		const remove = (...ids: readonly number[]) =>
			session.commitByOther({
				...emptyChange('Delete'),
				removed: session.stored().users.filter(({id}) => ids.includes(id)),
			});
		remove(1, 4);
		expect(scope(session)).toBe('range: 3 5: email');
		remove(3);
		expect(scope(session)).toBe('row: 5: email');
	});

	it('has no rows where none are shown', () => {
		const session = openSession(twelve);
		session.press('/', 'zzz', 'enter', 'f8');
		expect(scope(session)).toBe('row: : firstName');
		expect(session.model().notice?.tone).toBe('bad');
	});
});
