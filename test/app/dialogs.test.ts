import {describe, expect, it} from 'vitest';
import {tasks} from '../../source/app/commands/command-task.ts';
import {currentCommands} from '../../source/app/loop/command-table.ts';
import {closeScreen, topScreen} from '../../source/app/model.ts';
import {listedCommands} from '../helpers/listed-commands.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const ids = (session: ReturnType<typeof openSession>) =>
	listedCommands(session.model()).map((command) => command.id);

describe('help and palette', () => {
	it('help lists everything, what works here first', () => {
		const session = openSession(makeSheet(1));
		session.press('f4', 'f1');
		expect(ids(session)[0]).toBe('form.enter');
		expect(ids(session)).toContain('import.commit');
	});

	it('the palette lists what can be done here, also what has no key, and no moving about', () => {
		const session = openSession(makeSheet(1));
		session.press(':');
		expect(ids(session)).toContain('template.write');
		expect(ids(session)).not.toContain('table.up');
		expect(ids(session)).not.toContain('form.save');
	});

	it('help has the ten most used of this screen first, and then all others by task', () => {
		const session = openSession(makeSheet(1));
		session.press('?');
		const screen = topScreen(session.model());
		if (screen?.name !== 'commands') throw new Error('Help is not open');
		const here = new Set(currentCommands(closeScreen(session.model())));
		const listed = screen.listed.filter(({command}) => here.has(command)).map(({task}) => task);
		const groups = listed.filter((task, index) => task !== listed[index - 1]);
		expect(listed.filter((task) => task === 'Most used').length).toBe(10);
		expect(groups).toEqual(tasks.filter((task) => groups.includes(task)));
	});

	it('the palette finds what works elsewhere behind what works here, and says where', () => {
		const session = openSession(makeSheet(1));
		session.press(':', 'save');
		const screen = topScreen(session.model());
		if (screen?.name !== 'commands') throw new Error('The palette is not open');
		expect(ids(session)[0]).toBe('store.retry');
		expect(screen.listed.find(({command}) => command.id === 'form.save')?.reason).toContain('In the form');
	});

	it('searches title, ID and key, every word of it', () => {
		const session = openSession(makeSheet(1));
		session.press(':', 'pin marked');
		expect(ids(session)).toEqual(
			expect.arrayContaining(['pin.set', 'pin.copy', 'pins.open', 'pins.hand-out']),
		);
		expect(ids(session)).not.toContain('pin.reveal');
		session.press('ctrl+u', 'ctrl+k');
		expect(topScreen(session.model())).toMatchObject({field: {text: ''}});
		session.press('Ctrl+K');
		expect(ids(session)).toEqual(['user.delete', 'profile.remove', 'text.delete-to-end']);
	});

	it('runs what is chosen on the screen below', () => {
		const session = openSession(makeSheet(2));
		session.press(':', 'delete the marked', 'enter');
		expect(topScreen(session.model())?.name).toBe('confirm');
		session.press('y');
		expect(session.stored().users.map((user) => user.id)).toEqual([2]);
	});

	it('says why a command cannot be run, and stays open', () => {
		const session = openSession(makeSheet(1));
		session.press(':', 'redo', 'enter');
		expect(session.model().notice?.text).toBe('Nothing has been undone.');
		expect(topScreen(session.model())?.name).toBe('commands');
	});

	it('says where a command works that does not work here', () => {
		const session = openSession(makeSheet(1));
		session.press('?', 'save the user and', 'enter');
		expect(session.model().notice?.text).toMatch(/^Works elsewhere: In the form\.$/);
	});

	it('does nothing where nothing is found, and opens only once', () => {
		const session = openSession(makeSheet(1));
		session.press(':', 'zzz', 'enter', 'down', 'f1', 'ctrl+p');
		expect(session.model().screens.length).toBe(1);
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('keeps the cursor in the list', () => {
		const session = openSession(makeSheet(1));
		session.press(':', 'up');
		expect(topScreen(session.model())).toMatchObject({table: {cursor: {row: 0}}});
		session.press(...Array.from({length: 12}, () => 'pagedown'));
		expect(topScreen(session.model())).toMatchObject({table: {cursor: {row: ids(session).length - 1}}});
	});
});

describe('a question', () => {
	it('is answered by Y alone, and by Esc, N or Ctrl+C with no', () => {
		const sheet = makeSheet(1);
		for (const no of ['escape', 'n', 'N', 'ctrl+c']) {
			const session = openSession(sheet);
			session.press('ctrl+k', 'enter', 'space', no);
			expect(session.model().screens).toEqual([]);
			expect(session.stored()).toBe(sheet);
		}
	});

	it('names who is deleted, and how many of them the filter hides', () => {
		const session = openSession(makeSheet(5));
		session.press('space', 'down', 'space', 'down', 'space', 'down', 'space', '/', '.2@', 'enter', 'ctrl+k');
		const screen = topScreen(session.model());
		if (screen?.name !== 'confirm') throw new Error('No question');
		expect(screen.question).toBe('Delete 4 marked users (3 hidden by the filter)?');
		expect(screen.details[0]).toMatch(/\(ID 2\), .*\(ID 1\), .*\(ID 3\) and 1 more$/);
	});
});

describe('naming a file', () => {
	const open = () => {
		const session = openSession(makeSheet(3));
		session.press('down', 'space', 'ctrl+e');
		return session;
	};

	it('exports the marked users, or else those shown', () => {
		const session = open();
		session.press('ctrl+u', 'out.csv', 'enter');
		expect(session.effects.at(-1)).toMatchObject({
			type: 'file/write',
			path: 'out.csv',
			replace: false,
			content: {kind: 'export', users: [{id: 2}]},
		});
		session.send({type: 'export/written', path: 'out.csv', content: {kind: 'template'}});
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toBe('Written: out.csv');
	});

	it('asks before it replaces a file', () => {
		const session = open();
		session.press('enter');
		session.send({type: 'export/failed', path: 'users.csv', reason: 'exists', message: 'It is there.'});
		session.press('n');
		expect(topScreen(session.model())).toMatchObject({name: 'export', writing: false});
		session.press('enter');
		session.send({type: 'export/failed', path: 'users.csv', reason: 'exists', message: 'It is there.'});
		session.press('y');
		expect(session.effects.at(-1)).toMatchObject({type: 'file/write', replace: true});
	});

	it('takes no answer to another name than it waits for: somebody may have left it and come back', () => {
		const session = open();
		session.press('enter', 'escape', 'ctrl+e', 'ctrl+u', 'other.csv');
		const before = session.model().screens;
		session.send({type: 'export/failed', path: 'users.csv', reason: 'exists', message: 'It is there.'});
		expect(session.model().screens).toBe(before);
		expect(session.model().notice?.text).toBe('Not written: It is there.');
		session.send({type: 'export/written', path: 'users.csv', content: {kind: 'template'}});
		expect(session.model().screens).toBe(before);
		session.press('enter');
		session.send({type: 'export/failed', path: 'users.csv', reason: 'exists', message: 'It is there.'});
		expect(topScreen(session.model())).toMatchObject({name: 'export', writing: true});
	});

	it('keeps what is pasted while the file is written for what has the keys then', () => {
		const session = open();
		session.press('enter');
		session.send({type: 'input/paste', text: 'pasted'});
		expect(topScreen(session.model())).toMatchObject({field: {text: 'users.csv'}});
		session.send({type: 'export/written', path: 'users.csv', content: {kind: 'template'}});
		expect(session.model().grid.editor?.field.text).toBe('pasted');
	});

	it('says why it failed, until something else is typed', () => {
		const session = open();
		session.press('enter');
		session.send({type: 'export/failed', path: 'users.csv', reason: 'failed', message: 'The disk is full.'});
		expect(topScreen(session.model())).toMatchObject({problem: 'The disk is full.', writing: false});
		session.press('x');
		expect(topScreen(session.model())).not.toHaveProperty('problem');
	});
});
