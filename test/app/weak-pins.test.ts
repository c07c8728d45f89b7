import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {planValues} from '../../source/domain/cells/plan-values.ts';
import {listProblems} from '../../source/domain/list-problems.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {finishWork} from '../../source/domain/work.ts';
import {planLines} from '../csv/plan-csv.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo, goToField, type Keys} from '../helpers/go-to.ts';
import {openSession} from '../helpers/model-session.ts';

/** One user without a PIN, five with the same, and one with a good one; the number of the first is 48120. */
const people = [1, 2, 3, 4, 5, 6, 7].map((id) =>
	makeUser(id, {
		firstName: 'Ann',
		lastName: `Archer${id}`,
		email: `a${id}@example.com`,
		directoryNumber: id === 1 ? '48120' : '',
		deploymentPin: id === 1 ? '' : id === 7 ? '739204' : '582617',
	}),
);
const sheet = sheetOf(...people);

/** What the screen says after these keys: in a question, or in the line of answers. */
function askScreen(...keys: readonly (Keys | {readonly pasted: string})[]): string {
	const session = openSession(sheet, {answer: createAnswers(), size: {columns: 200, rows: 40}});
	for (const key of keys)
		if (typeof key === 'object') session.send({type: 'input/paste', text: key.pasted});
		else session.press(key);
	const {notice} = session.model();
	const screen = topScreen(session.model());
	const asked = screen?.name === 'confirm' ? [screen.question, ...screen.details] : [];
	const inForm = screen?.name === 'form' ? [screen.problems.get('deploymentPin')?.message ?? ''] : [];
	return [...asked, ...inForm, notice?.text ?? ''].join('\n');
}

const toPin = goTo('deploymentPin');
const pressFill: Keys = ({keymap}) => [keymap.keys['cells.fill'][0] ?? ''];

/** Every way in which the first user can get a PIN, and what is said of it there. */
const doors: Readonly<Record<string, (pin: string) => string>> = {
	'the cell': (pin) => askScreen(toPin, ...pin, 'enter'),
	'the form': (pin) => askScreen(goTo('id'), 'enter', goToField('deploymentPin'), ...pin, 'tab'),
	'saving the form': (pin) => askScreen(goTo('id'), 'enter', goToField('deploymentPin'), ...pin, 'ctrl+s'),
	'the PIN screen': (pin) => askScreen('f6', ...pin, 'enter'),
	'a paste': (pin) => askScreen(toPin, {pasted: `${pin}\n739201\n`}),
	'a fill': (pin) => askScreen(toPin, 'down', 'shift+up', pressFill, ...pin, 'enter'),
	'an import': (pin) =>
		planLines(['Last name,Email address,Directory Number,PIN', `New,n@example.com,48120,${pin}`], {}, sheet)
			.problems.map(({message}) => message)
			.join('\n'),
	'"set" of the command line': (pin) =>
		finishWork(planValues(people.slice(0, 1), {deploymentPin: pin}, sheet))
			.problems.map(({message}) => message)
			.join('\n'),
	'the list of problems': (pin) =>
		finishWork(listProblems(sheetOf(...people.with(0, makeUser(1, {...people[0], deploymentPin: pin})))))
			.map(({problem}) => problem.message)
			.join('\n'),
};

describe.each(Object.entries(doors))('%s', (_, say) => {
	it.each([
		['8888', 'easy to guess: one digit repeated.'],
		['8765', 'easy to guess: a run of digits, up or down.'],
		['2468', 'easy to guess: a run of digits, up or down.'],
		['4747', 'easy to guess: the same few digits repeated.'],
		['1987', 'easy to guess: a year.'],
		['4812', 'easy to guess: a number of the user.'],
	])('says of %s that it is %s', (pin, words) => {
		expect(say(pin).replace(' for 1 of 2 users', '')).toContain(words);
		expect(say(pin)).not.toContain(pin);
	});

	it('says that it is the PIN of many', () => {
		expect(say('582617')).toMatch(/[567] of [78] users have this PIN/);
	});

	it('says nothing of a good one', () => {
		expect(say('739205')).not.toContain('easy to guess');
	});
});

describe('a number that gives the PIN away', () => {
	const withPin = sheetOf(makeUser(1, {...people[0], deploymentPin: '739204'}));
	const open = () => openSession(withPin, {answer: createAnswers(), size: {columns: 200, rows: 40}});

	it.each([
		['in the cell', [goTo('directoryNumber'), '739204', 'enter']],
		['in the form', [goTo('id'), 'enter', goToField('directoryNumber'), ...'739204', 'ctrl+s']],
		['in a cell beside it', [goTo('pbxSipUser'), 'X739204', 'enter']],
	] as const)('is told where it is typed %s', (_, keys) => {
		const session = open();
		session.press(...keys);
		expect(session.model().notice?.text).toContain('Deployment PIN: It is easy to guess');
	});

	it('is told of many, and not where it was so before', () => {
		const before = sheetOf(makeUser(1, {...people[0], deploymentPin: '4812'}));
		const said = (sheet: typeof before) =>
			finishWork(planValues(sheet.users, {voicemailNumber: '739204'}, sheet)).problems.map(({code}) => code);
		expect(said(withPin)).toEqual(['easy-pin']);
		expect(said(before)).toEqual([]);
	});
});

it('a change of the profile tells of a # that cannot sync over its connection (rules.md 3.12)', () => {
	const sheet = {
		...sheetOf(makeUser(1, {...people[0], directoryNumber: '20#1'})),
		profiles: [defaultProfile, {...defaultProfile, name: 'Remote', remoteMbg: true}],
	};
	const {problems} = finishWork(planValues(sheet.users, {profile: 'Remote'}, sheet));
	expect(problems.map(({code}) => code)).toEqual(['remote-mbg-number']);
});
