import {describe, expect, it} from 'vitest';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {topScreen} from '../../source/app/model.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

function open(users = 5, options: Parameters<typeof openSession>[1] = {}): ModelSession {
	const sheet = makeSheet(users);
	const named = sheet.users.map((user) => ({...user, firstName: `Ann${user.id}`}));
	return openSession({...sheet, users: named}, options);
}

function paste(session: ModelSession, text: string, unbracketed = false): void {
	session.send({type: 'input/paste', text, ...(unbracketed ? {unbracketed} : {})});
}

function firstNames(session: ModelSession): readonly string[] {
	return session.model().sheet.users.map(({firstName}) => firstName);
}

function question(session: ModelSession): string {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? [screen.question, ...screen.details].join(' ') : '';
}

function copiedText(session: ModelSession): string | undefined {
	const effect = session.effects.findLast(({type}) => type === 'clipboard/copy');
	return effect?.type === 'clipboard/copy' ? effect.text : undefined;
}

describe('copying', () => {
	it('takes the cells of the range, and the range stays', () => {
		const session = open();
		session.press('shift+down', 'shift+down', 'ctrl+c');
		expect(copiedText(session)).toBe('Ann1\nAnn2\nAnn3');
		expect(session.model().notice?.text).toBe('Copied 3 users × 1 column.');
		expect(session.model().interrupted).toBe(false);
	});

	it('takes the marked rows with the columns that are shown, in their order', () => {
		const session = open();
		session.press('down', 'space', 'down', 'down', 'space', 'ctrl+c');
		const rows = copiedText(session)?.split('\n') ?? [];
		expect(rows.map((row) => row.split('\t').slice(0, 2))).toEqual([
			['2', 'Ann2'],
			['4', 'Ann4'],
		]);
	});

	it.each([['y'], ['ctrl+c']])('takes the range with %s in Vim', (key) => {
		const session = open(5, {keymap: keymaps.vim});
		session.press('v', 'j', key);
		expect(copiedText(session)).toBe('Ann1\nAnn2');
	});

	it('takes the cell with y in Vim, where Ctrl+C quits', () => {
		const session = open(5, {keymap: keymaps.vim});
		session.press('ctrl+c');
		expect(session.model().interrupted).toBe(true);
		session.press('y');
		expect(copiedText(session)).toBe('Ann1');
	});

	it('takes PINs only while they are shown, and says so; no secret ever', () => {
		const session = open();
		session.press(goTo('deploymentPin'), 'shift+down', 'ctrl+c');
		expect(copiedText(session)).toBeUndefined();
		session.press('ctrl+r', 'ctrl+c');
		const pins = session.model().sheet.users.map(({deploymentPin}) => deploymentPin);
		expect(copiedText(session)).toBe(pins.slice(0, 2).join('\n'));
		expect(session.model().notice?.text).toContain('PINs are among them');
		session.press('escape', goTo('servicePassword'), 'shift+down', 'ctrl+c');
		expect(session.model().notice).toMatchObject({tone: 'bad'});
		expect(copiedText(session)).toBe(pins.slice(0, 2).join('\n'));
	});

	it('leaves hidden columns out, and pasting leaves them alone', () => {
		const session = open();
		session.press(goTo('email'), 'shift+right', 'shift+right', 'ctrl+c');
		const [first] = session.model().sheet.users;
		expect(copiedText(session)?.split('\t')).toEqual([first?.email, first?.profile]);
		const pin = session.model().sheet.users[1]?.deploymentPin;
		session.press('escape', goTo('email'), 'down', 'ctrl+v', 'y');
		expect(session.model().sheet.users[1]).toMatchObject({email: first?.email, deploymentPin: pin});
	});

	it('works in the history', () => {
		const session = open();
		session.press('Z', 'enter', 'f9', 'home', 'shift+end', 'ctrl+c');
		expect(copiedText(session)).toContain('Edit First name of');
	});

	it('gives name, number and PIN of the marked users, while PINs are shown', () => {
		const session = open();
		session.press('space', ':', 'copy-pins', 'enter');
		expect(copiedText(session)).toBeUndefined();
		session.press('escape', 'escape', 'space', 'ctrl+r', ':', 'copy-pins', 'enter');
		const [first] = session.model().sheet.users;
		expect(copiedText(session)).toBe(
			[first?.firstName, first?.lastName, first?.directoryNumber, first?.deploymentPin].join('\t'),
		);
	});

	it('does not hold up the keys for more than can be copied', () => {
		const session = open(20_000);
		session.press('ctrl+a', 'ctrl+c');
		expect(session.model().notice?.text).toMatch(/^At most 50,000 values/);
	});
});

describe('pasting', () => {
	it('puts a column from the cell on, after a question with counts', () => {
		const session = open();
		paste(session, 'A\r\nB\r\nC\r\n');
		expect(question(session)).toMatch(
			/^Paste 3 rows × 1 column into First name of 3 users\? 3 users change; 3 values are replaced\./,
		);
		session.press('n');
		expect(firstNames(session)[0]).toBe('Ann1');
		paste(session, 'A\r\nB\r\nC\r\n');
		session.press('y');
		expect(firstNames(session)).toEqual(['A', 'B', 'C', 'Ann4', 'Ann5']);
		expect(session.history[0]?.change.label).toBe('Paste 3 values into First name');
		session.press('ctrl+z');
		expect(firstNames(session)[0]).toBe('Ann1');
	});

	it('puts one value into all of the range, and into the marked users', () => {
		const session = open();
		session.press('shift+down', 'shift+down');
		paste(session, 'A\n');
		session.press('y');
		expect(firstNames(session)).toEqual(['A', 'A', 'A', 'Ann4', 'Ann5']);
		session.press('escape', 'ctrl+end', goTo('firstName'), 'space');
		session.press('up');
		paste(session, 'B');
		session.press('y');
		expect(firstNames(session).at(-1)).toBe('B');
	});

	it('goes from the first cell on where the range has another shape, and says so', () => {
		const session = open();
		session.press('shift+down');
		paste(session, 'A\nB\nC\n');
		expect(question(session)).toContain('The range: 2 rows × 1 column. Pasted: 3 rows × 1 column');
		session.press('y');
		expect(firstNames(session)).toEqual(['A', 'B', 'C', 'Ann4', 'Ann5']);
	});

	it('goes to the marked users one by one, and says how many rows are left', () => {
		const session = open();
		session.press('down', 'space', 'down', 'down', 'space');
		paste(session, 'A\nB\nC\n');
		expect(question(session)).toContain('1 row is past the last marked user, and left out.');
		session.press('y');
		expect(firstNames(session)).toEqual(['Ann1', 'A', 'Ann3', 'B', 'Ann5']);
	});

	it('leaves the header out', () => {
		const session = open();
		paste(session, 'First name\tLast name\nA\tB\n');
		expect(question(session)).toMatch(/^Paste 1 row × 2 columns.*header/);
	});

	it('names what cannot be written, and what is blank', () => {
		const session = open();
		session.press(goTo('email'));
		paste(session, 'ann@\n\nc@example.com\n');
		expect(question(session)).toContain('2 values are not possible and not written');
		session.press('y');
		expect(session.history[0]?.change.updated.length).toBe(1);
	});

	it('takes off what kept a number as text, but from no secret', () => {
		const session = open();
		session.press(goTo('deploymentPin'));
		paste(session, '\'00739154\n="0582913"\n');
		session.press('y');
		expect(
			session
				.model()
				.sheet.users.slice(0, 2)
				.map(({deploymentPin}) => deploymentPin),
		).toEqual(['00739154', '0582913']);
		session.press('escape', goTo('servicePassword'));
		paste(session, "'1234\n'5678\n");
		session.press('y');
		expect(session.model().sheet.users[0]?.servicePassword).toBe("'1234");
	});

	it('asks whether rows past the last user become new ones', () => {
		const session = open(2);
		session.press('down', goTo('lastName'), 'ctrl+end', goTo('lastName'));
		paste(session, 'Two\t3020\ttwo@example.com\nThree\t3021\tthree@example.com\n');
		expect(topScreen(session.model())).toMatchObject({name: 'choice'});
		session.press('enter');
		expect(question(session)).toContain('1 user is created');
		session.press('y');
		expect(session.model().sheet.users[2]).toMatchObject({lastName: 'Three', email: 'three@example.com'});
		session.press('ctrl+z');
		expect(session.model().sheet.users.length).toBe(2);
	});

	it('leaves them out where they cannot be users', () => {
		const session = open(2);
		session.press('down');
		paste(session, 'A\nB\n');
		expect(question(session)).toContain('1 row is past the last user, and left out: a new user needs');
	});

	it('fills an empty sheet', () => {
		const session = openSession(makeSheet(0));
		paste(session, 'Ann\tArcher\t3020\tann@example.com\nBen\tBaker\t3021\tben@example.com\n');
		session.press('enter', 'y');
		expect(session.model().sheet.users).toMatchObject([
			{id: 1, lastName: 'Archer'},
			{id: 2, firstName: 'Ben'},
		]);
	});

	it('says of a burst that it may have been typed', () => {
		const session = open();
		paste(session, 'A\nB\n', true);
		expect(question(session)).toContain('does not say whether this was pasted or typed');
	});

	it('is refused where nothing can be changed', () => {
		const session = open(5, {readOnly: true});
		paste(session, 'A\nB\n');
		expect(session.model().notice?.tone).toBe('bad');
		expect(session.model().screens).toEqual([]);
	});

	it('is worked out by the shell for many users', () => {
		const session = open(2500, {
			answer: (effect) => (effect.type === 'fill/plan' ? createAnswers()(effect) : undefined),
		});
		paste(session, Array.from({length: 2500}, (_, place) => `N${place}`).join('\n'));
		expect(question(session)).toContain('2,500 users change');
		session.press('y');
		expect(firstNames(session).at(-1)).toBe('N2499');
	});

	it('says where nothing was copied in usersheet, and pastes what was', () => {
		const session = open();
		session.press('ctrl+v');
		expect(session.model().notice?.text).toMatch(/^Nothing was copied here/);
		session.press('shift+down', 'ctrl+c', 'escape', 'down', 'ctrl+v', 'y');
		expect(firstNames(session)).toEqual(['Ann1', 'Ann2', 'Ann1', 'Ann2', 'Ann5']);
	});

	it('pastes one copied value into one cell at once', () => {
		const session = open(5, {keymap: keymaps.vim});
		session.press('y', 'j', 'p');
		expect(session.model().screens).toEqual([]);
		expect(firstNames(session).slice(0, 2)).toEqual(['Ann1', 'Ann1']);
	});
});

describe('cutting', () => {
	it('empties the cells when they are pasted, once', () => {
		const session = open();
		session.press('shift+down', 'ctrl+x');
		expect(firstNames(session)[0]).toBe('Ann1');
		session.press('escape', 'down', 'ctrl+v', 'y');
		expect(firstNames(session)).toEqual(['', '', 'Ann1', 'Ann2', 'Ann5']);
		expect(session.history[0]?.change.label).toBe('Move 2 values into First name');
		session.press('ctrl+z');
		expect(firstNames(session)).toEqual(['Ann1', 'Ann2', 'Ann3', 'Ann4', 'Ann5']);
		expect(session.model().clipboard?.cut).toBeUndefined();
	});

	it('takes no marked users', () => {
		const session = open();
		session.press('space', 'ctrl+x');
		expect(session.model().notice?.tone).toBe('bad');
		expect(session.model().clipboard).toBeUndefined();
	});
});
