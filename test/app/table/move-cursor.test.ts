import {describe, expect, it} from 'vitest';
import {cursorField, cursorUser} from '../../../source/app/screens/users/users-state.ts';
import {usersTable} from '../../../source/app/screens/users/users-table.ts';
import {countFrozen, drawnColumns} from '../../../source/app/table/table-layout.ts';
import {findUser} from '../../../source/domain/sheet.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const at = (session: ModelSession) => {
	const {grid, sheet} = session.model();
	return `${cursorUser(grid, sheet)?.id} ${cursorField(grid).key}`;
};

const columnsOf = (session: ModelSession) => usersTable(session.model().grid, session.model()).columns;

describe('Home', () => {
	it('scrolls back: the first column that scrolls is beside those that do not', () => {
		const session = openSession(makeSheet(3));
		session.press('end');
		expect(session.model().grid.left).toBeGreaterThan(countFrozen(columnsOf(session), 80));
		session.press('home');
		expect(at(session)).toBe('1 id');
		const {grid, size} = session.model();
		expect(
			drawnColumns(columnsOf(session), size.columns, grid.left)
				.map(({index}) => index)
				.slice(0, 5),
		).toEqual([0, 1, 2, 3, 4]);
	});
});

describe('the cursor', () => {
	it('is in sight in each column at any width', () => {
		for (let columns = 40; columns <= 130; columns += 1) {
			const session = openSession(makeSheet(1), {size: {columns, rows: 24}});
			session.press('home');
			for (const index of columnsOf(session).keys()) {
				const {grid, size} = session.model();
				const drawn = drawnColumns(columnsOf(session), size.columns, grid.left);
				expect(
					drawn.map((column) => column.index),
					`${columns} columns`,
				).toContain(index);
				const last = drawn.at(-1);
				expect((last?.start ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(columns);
				session.press('right');
			}
		}
	});
});

describe('Enter after Tab', () => {
	const play = (...keys: readonly string[]) => {
		const session = openSession(makeSheet(4));
		session.press(...keys);
		return session;
	};

	it('goes down to the column where the first Tab began', () => {
		const session = play('Zoe', 'tab', 'Young', 'tab', 'right', 'left', 'home', 'right');
		expect(at(session)).toBe('1 firstName');
		session.press('Zoe', 'tab', 'Young', 'enter');
		expect(at(session)).toBe('2 firstName');
		expect(findUser(session.stored(), 1)).toMatchObject({firstName: 'Zoe', lastName: 'Young'});
	});

	it.each([
		['over a cell that is left alone', ['A', 'tab', 'tab', '7', 'enter'], '2 firstName'],
		['which began without typing', ['tab', 'B', 'enter'], '2 firstName'],
		['and back with Shift+Tab', ['A', 'tab', 'B', 'shift+tab', 'C', 'enter'], '2 firstName'],
		['row after row', ['A', 'tab', 'B', 'enter', 'C', 'tab', 'D', 'enter'], '3 firstName'],
		['that opens the cell first', ['A', 'tab', 'enter', 'enter'], '2 firstName'],
		['of a cell opened with F2', ['f2', 'tab', 'f2', 'enter'], '2 firstName'],
		['to before the first column', ['right', 'A', 'shift+tab', 'B', 'enter'], '2 lastName'],
	])('%s', (_, keys, place) => {
		expect(at(play(...keys))).toBe(place);
	});

	it.each([
		['an arrow', ['A', 'tab', 'right', 'left', 'B', 'enter'], '2 lastName'],
		['an arrow that keeps the value', ['A', 'tab', 'B', 'down', 'C', 'enter'], '3 lastName'],
		['the mark of Enter itself', ['A', 'tab', 'B', 'enter', 'right', 'C', 'enter'], '3 lastName'],
		['a filter', ['A', 'tab', '/', 'escape', 'down', 'B', 'enter'], '3 lastName'],
		['an arrow after typing', ['A', 'right', 'B', 'enter'], '2 lastName'],
	])('no longer after %s', (_, keys, place) => {
		expect(at(play(...keys))).toBe(place);
	});

	it('stays where the value is refused', () => {
		const session = play('A', 'tab', 'f2', 'ctrl+u', 'enter');
		expect(at(session)).toBe('1 lastName');
		session.press('B', 'enter');
		expect(at(session)).toBe('2 firstName');
	});
});
