import {describe, expect, it} from 'vitest';
import {commands, currentCommands, disabledReason} from '../../source/app/loop/command-table.ts';
import {contexts, contextsOf} from '../../source/app/loop/contexts.ts';
import {emptySheet} from '../../source/domain/sheet.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo, goToOption, type Keys} from '../helpers/go-to.ts';
import {openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const file = {'a.csv': 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@\n'};

/** How to get into each context, from the grid. */
const ways: Readonly<Record<string, readonly Keys[]>> = {
	grid: [],
	cell: ['f2'],
	filter: ['/'],
	form: ['f4'],
	importFile: ['f5'],
	fill: ['shift+down', 'f3'],
	pin: ['f6'],
	replace: ['ctrl+f'],
	replaceOption: ['ctrl+f', 'up'],
	replaceList: ['ctrl+f', 'a', 'tab', 'b', 'tab', 'tab', 'tab', 'space', 'enter'],
	export: ['ctrl+e'],
	choice: [goTo('profile'), 'enter'],
	confirm: ['ctrl+k'],
	commands: ['?'],
	undoing: ['ctrl+a', 'ctrl+k', 'y', 'ctrl+z'],
	searching: ['f7'],
	history: ['x', 'enter', 'f9'],
	keys: [':', 'keys', 'enter'],
	pins: ['ctrl+a', ':', 'pins', 'enter'],
	problems: [':', 'problems', 'enter'],
	deploy: [':', 'deploy', 'enter'],
	deployMessage: [':', 'deploy', 'enter', 'enter'],
	deploySending: [':', 'deploy', 'enter', 's', 'y'],
	worklist: [':', 'worklist', 'enter'],
	profiles: [':', 'profiles', 'enter'],
	settings: [':', 'settings', 'enter'],
	historyEntry: ['x', 'enter', 'f9', 'enter'],
};

const isOfWizard: ReadonlySet<string> = new Set([
	...['importOptions', 'importColumns', 'importPreview', 'importResult'],
	...['confirmTyped', 'missing'],
]);

/** Users with links; a message that is under way gets no answer. */
function openDeploySession(): ModelSession {
	const sheet = makeSheet(3);
	const users = sheet.users.map((user) => ({...user, deploymentLink: 'https://redirect.example.com/d/1'}));
	const answer = createAnswers();
	return openSession(
		{...sheet, users},
		{answer: (effect) => (effect.type === 'deploy/send' ? undefined : answer(effect))},
	);
}

function enter(context: string): ModelSession {
	if (!isOfWizard.has(context)) {
		const session = context.startsWith('deploy')
			? openDeploySession()
			: openSession(makeSheet(['undoing', 'searching'].includes(context) ? 1001 : 3));
		session.press(...(ways[context] ?? []));
		return session;
	}
	if (context === 'confirmTyped' || context === 'missing') {
		const pins = ['ID,PIN', ...Array.from({length: 10}, (_, index) => `${index + 1},83649${index}`)];
		const session = openImportSession(makeSheet(10), {'pins.csv': pins.join('\n')});
		session.read('pins.csv');
		session.press(goToOption('overwrite'), 'space');
		session.answer();
		session.press('enter', context === 'missing' ? 'l' : 'enter');
		session.answer();
		return session;
	}
	const session = openImportSession(makeSheet(3), file);
	session.read('a.csv');
	if (context === 'importOptions') return session;
	if (context === 'importColumns') {
		session.press('C');
		return session;
	}
	session.press(goToOption('partial'), 'space');
	session.answer();
	session.press('enter');
	if (context === 'importResult') session.press('enter', 'y');
	return session;
}

const nearest = Object.keys(contexts).filter(
	(context) => !['text', 'table', 'screen', 'any'].includes(context),
);

describe.each(nearest)('in %s', (context) => {
	it('the keys go there', () => {
		expect(contextsOf(enter(context).model())[0]).toBe(context);
	});

	it('the pinned keys lead out: to help, or back', () => {
		const pinned = currentCommands(enter(context).model()).filter((command) => command.pinned === true);
		const {id: way} = pinned[0] ?? {};
		expect(pinned.at(-1)?.id).toBe('app.quit');
		expect(way).toMatch(context === 'grid' ? /^help\.open$/ : /\.(cancel|leave|back|close|finish|no\b)/);
	});

	it('no key throws, and none opens more than one screen over those that are open', () => {
		for (const command of currentCommands(enter(context).model())) {
			const session = enter(context);
			for (const key of session.model().keymap.keys[command.id]) {
				const {length} = session.model().screens;
				session.press(key);
				expect(session.model().screens.length, key).toBeLessThanOrEqual(length + 1);
			}
		}
	});

	it('Esc leads back to the grid in a few steps', () => {
		const session = enter(context);
		session.press('escape', 'escape', 'escape');
		if (['confirmTyped', 'missing'].includes(context)) session.press('escape');
		expect(contextsOf(session.model())[0]).toBe('grid');
	});
});

describe('a key that can do nothing just now', () => {
	it('says why: in an empty sheet', () => {
		const session = openSession(emptySheet);
		for (const key of [
			'x',
			'f2',
			'f6',
			'/',
			'space',
			'ctrl+a',
			'ctrl+k',
			'ctrl+o',
			'f7',
			'ctrl+e',
			'delete',
		]) {
			session.press(key);
			expect(session.model().notice?.text, key).toMatch(/no users yet/);
		}
	});

	it('says why: when the filter hides everybody', () => {
		const session = openSession(makeSheet(2));
		session.press('/', 'zzz', 'enter', 'f6');
		expect(session.model().notice?.text).toBe('No user matches the filter: Esc takes it away.');
	});

	it('says why: where a cell is not to be edited', () => {
		const session = openSession(makeSheet(1));
		session.press('home', 'x');
		expect(session.model().notice?.text).toBe('The ID is given by usersheet and cannot be changed.');
		session.press('ctrl+z');
		expect(session.model().notice?.text).toBe('Nothing has been changed since the sheet was opened.');
	});

	it('is gone with the next key', () => {
		const session = openSession(makeSheet(2));
		session.press('ctrl+z', 'down');
		expect(session.model().notice).toBeUndefined();
	});
});

describe('a command that belongs elsewhere', () => {
	it('says where', () => {
		const {model} = openSession(makeSheet(1));
		const elsewhere = commands.filter((command) => !currentCommands(model()).includes(command));
		for (const command of elsewhere) expect(disabledReason(command, model())).toMatch(/^Works elsewhere: /);
	});
});
