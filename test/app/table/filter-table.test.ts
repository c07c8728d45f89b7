import {describe, expect, it} from 'vitest';
import {cursorUser} from '../../../source/app/screens/users/users-state.ts';
import {emptyChange} from '../../../source/domain/change.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

/** 200 users, each with its ID as last name: "no7". */
const numbered = {
	...makeSheet(200),
	users: makeSheet(200).users.map((user) => ({
		...user,
		firstName: user.id % 10 === 0 ? 'Tenth' : 'Ann',
		lastName: `no${user.id}`,
		email: 'a@example.com',
		serviceUser: '',
		directoryNumber: '',
		pbxSipUser: '',
		mbgSipUser: '',
		voicemailNumber: '',
	})),
};

const place = (session: ModelSession) => {
	const {grid, sheet} = session.model();
	return {id: cursorUser(grid, sheet)?.id, top: grid.top, line: grid.cursor.row - grid.top};
};

/** In the middle of the sheet, in the middle of the screen: on user 104, with 5 rows above it. */
function openInTheMiddle(): ModelSession {
	const session = openSession(numbered);
	session.press(':', '118', 'enter', ...Array.from({length: 14}, () => 'up'));
	expect(place(session)).toEqual({id: 104, top: 98, line: 5});
	return session;
}

describe('a filter goes to the nearest hit', () => {
	it.each([
		['tenth', 100],
		['no104', 104],
		['no9', 99],
		['no109', 109],
		['no20', 120],
		['ann', 104],
	])('%s: %i', (filter, id) => {
		const session = openInTheMiddle();
		session.press('/', ...filter);
		expect(place(session).id).toBe(filter === 'no20' ? 20 : id);
	});

	it('downwards where two are as near', () => {
		const session = openInTheMiddle();
		session.press('up', 'up', 'up', 'up', ...Array.from({length: 5}, () => 'down'), '/', ...'tenth');
		expect(place(session).id).toBe(110);
	});

	it('from where the cursor was, and not from the hit of fewer letters', () => {
		const session = openInTheMiddle();
		session.press('/', ...'no9', 'backspace', ...'103');
		expect(place(session).id).toBe(103);
		session.press('backspace', 'backspace', 'backspace');
		expect(place(session).id).toBe(104);
	});

	it('also in another order', () => {
		const session = openInTheMiddle();
		session.press('ctrl+o', 'ctrl+o', '/', ...'tenth');
		const {grid} = session.model();
		expect(grid.rows.length).toBe(20);
		expect(grid.rows).toContain(place(session).id);
	});
});

describe('Esc', () => {
	it.each([
		['while the filter is typed', ['/', ...'no9', 'escape']],
		['when nobody matches', ['/', ...'zzz', 'escape']],
		['when nobody matches and the filter was kept', ['/', ...'zzz', 'enter', 'escape']],
		['after the filter was kept', ['/', ...'tenth', 'enter', 'escape']],
		['after marking what was found', ['/', ...'tenth', 'enter', 'ctrl+a', 'escape']],
		['after a filter that is typed anew', ['/', ...'tenth', 'enter', '/', 'x', 'escape', 'escape']],
		['after a filter of nothing', ['/', ...'no9', 'ctrl+u', 'enter']],
		['after a filter of spaces', ['/', ...'no9', 'ctrl+u', ' ', 'enter']],
	])('brings cursor and scroll back: %s', (_, keys) => {
		const session = openInTheMiddle();
		session.press(...keys);
		expect(session.model().grid.filter).toBe('');
		expect(place(session)).toEqual({id: 104, top: 98, line: 5});
	});

	it('stays on the user to whom the cursor was moved', () => {
		const session = openInTheMiddle();
		session.press('/', ...'tenth', 'enter', 'down', 'escape');
		expect(place(session).id).toBe(110);
	});

	it('brings the filter of before back, and the place in it', () => {
		const session = openInTheMiddle();
		session.press('/', ...'tenth', 'enter', 'down', 'down', '/', ...' no3', 'escape');
		expect(session.model().grid.filter).toBe('tenth');
		expect(place(session).id).toBe(120);
		session.press('up', 'up', 'escape');
		expect(place(session)).toEqual({id: 104, top: 98, line: 5});
	});

	it('finds the place again when others have deleted users above it', () => {
		const session = openInTheMiddle();
		session.press('/', ...'tenth', 'enter');
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(0, 10)});
		session.press('escape');
		expect(place(session)).toEqual({id: 104, top: 88, line: 5});
	});
});
