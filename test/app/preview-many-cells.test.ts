import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';

const files = {
	'list.csv': [
		'Last name,First name,Email address,Directory Number,Deployment PIN',
		'Archer,Ann,ann@old.example,2001,4711',
		'Baker,Ben,ben@old.example,2002,4712',
		'Costa,Carla,carla@old.example,2003,4713',
		'Diehl,Dana,dana@old.example,,12',
		'Engel,Emil,emil@old.example,,13',
	].join('\n'),
};

function open(): ImportSession {
	const session = openImportSession(makeSheet(1), files);
	session.read('list.csv');
	press(session, 'enter');
	return session;
}

function press(session: ImportSession, ...keys: readonly string[]): void {
	for (const key of keys) {
		session.press(key);
		session.answer();
	}
}

const column = (session: ImportSession, position: number) =>
	session.wizard().plan?.rows.map(({row}) => row.cells[position]);
const asked = (session: ImportSession) => {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? [screen.question, ...screen.details].join('\n') : '';
};

describe('many cells of the rows of a file', () => {
	it('are filled down after a question, in one step', () => {
		const session = open();
		press(session, 'tab', 'right', 'shift+down', 'shift+down', 'ctrl+d');
		expect(asked(session)).toContain('Fill First name of 3 rows of the range with "Ann"?');
		expect(asked(session)).toContain('2 rows change');
		press(session, 'y');
		expect(column(session, 1)).toEqual(['Ann', 'Ann', 'Ann', 'Dana', 'Emil']);
		expect(session.wizard().fixed.undo.length).toBe(1);
		expect(session.stored().users.length).toBe(1);
		press(session, 'ctrl+z');
		expect(column(session, 1)).toEqual(['Ann', 'Ben', 'Carla', 'Dana', 'Emil']);
	});

	it('are filled in one row of very many as in few', () => {
		const rows = Array.from({length: 1200}, (_, place) => `L${place},F${place},a${place}@new.example,,`);
		const session = openImportSession(makeSheet(1), {
			'long.csv': ['Last name,First name,Email address,Directory Number,Deployment PIN', ...rows].join('\n'),
		});
		session.read('long.csv');
		press(session, 'enter', 'right', 'down', 'ctrl+d');
		const effect = session.effects.findLast(({type}) => type === 'fill/plan');
		const planned = effect && createAnswers()(effect);
		if (planned === undefined) throw new Error('No plan was asked for');
		session.send(planned);
		session.answer();
		expect(column(session, 1)?.slice(0, 3)).toEqual(['F0', 'F0', 'F2']);
	});

	it('are filled with a value, and cleared', () => {
		const session = open();
		press(session, 'tab', 'right', 'ctrl+u', 'f3', ...'Kim', 'enter', 'y');
		expect(column(session, 1)).toEqual(['Kim', 'Kim', 'Kim', 'Dana', 'Emil']);
		press(session, 'ctrl+u', 'delete', 'y');
		expect(column(session, 1)).toEqual(['', '', '', 'Dana', 'Emil']);
	});

	it('are found and replaced', () => {
		const session = open();
		press(session, 'shift+tab', 'right', 'right', 'ctrl+f', ...'@old', 'down', ...'@new', 'enter');
		const found = topScreen(session.model());
		expect(found?.name === 'replace' && found.found?.plan.lines.length).toBe(5);
		press(session, 'y');
		expect(column(session, 2)).toEqual(
			['ann', 'ben', 'carla', 'dana', 'emil'].map((name) => `${name}@new.example`),
		);
		expect(session.stored().users.length).toBe(1);
	});

	it('are pasted into, from the cell under the cursor on', () => {
		const session = open();
		press(session, 'tab', 'right');
		session.send({type: 'input/paste', text: 'Zoe\t\nYan\tyan@new.example\n'});
		session.answer();
		press(session, 'y');
		expect(column(session, 1)?.slice(0, 3)).toEqual(['Zoe', 'Yan', 'Carla']);
		expect(column(session, 2)?.[1]).toBe('yan@new.example');
		session.send({type: 'input/paste', text: 'Xia'});
		session.answer();
		expect(column(session, 1)?.[0]).toBe('Xia');
	});

	it('that are wrong in the same column are filled where problems are listed', () => {
		const session = open();
		press(session, 'ctrl+a', 'f3', ...'4719', 'enter');
		expect(asked(session)).toContain('Fill Deployment PIN of 2 marked rows?');
		press(session, 'y');
		expect(column(session, 4)).toEqual(['4711', '4712', '4713', '4719', '4719']);
		expect(session.wizard().plan?.rejected.length).toBe(0);
	});

	it('are not filled where the column only tells about the row', () => {
		const session = open();
		press(session, 'tab', 'home', 'f3');
		expect(session.model().notice?.text).toContain('No value can be put into this column.');
	});

	it('leave out what is not possible, and say it', () => {
		const session = open();
		press(session, 'tab', 'right', 'right', 'ctrl+u', 'delete');
		expect(session.model().notice?.text).toContain('3 values are not possible');
		expect(session.wizard().fixed.undo).toEqual([]);
	});

	it('take over nothing that was cut from users', () => {
		const session = openImportSession(makeSheet(3), files);
		press(session, 'right', 'ctrl+x');
		session.read('list.csv');
		press(session, 'enter', 'tab', 'right', 'ctrl+v');
		expect(session.model().sheet).toEqual(makeSheet(3));
	});
});
