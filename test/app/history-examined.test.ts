import {describe, expect, it} from 'vitest';
import type {Message} from '../../source/app/message.ts';
import type {Model} from '../../source/app/model.ts';
import type {HistoryState} from '../../source/app/screens/history/history-state.ts';
import {update} from '../../source/app/update.ts';
import {updateChange} from '../../source/domain/change.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {examine, openSession} from '../helpers/model-session.ts';
import {userOf} from '../helpers/slow-store.ts';

const enter: Message = {type: 'input/press-key', key: {chord: 'enter'}};
const leave: Message = {type: 'input/press-key', key: {chord: 'escape'}};
const letter = (text: string): Message => ({type: 'input/press-key', key: {chord: text, text}});

function historyOf(model: Model): HistoryState {
	const state = model.screens.find((screen) => screen.name === 'history');
	if (state === undefined) throw new Error('The history is not open');
	return state;
}

/**
 * A shell that is slow to examine a change: its answers are given when the test says so.
 *
 * @param typed what is in a cell of the grid below that is still open
 */
function openHistory(typed = '') {
	const session = openSession(makeSheet(3));
	session.press('A', 'enter', 'B', 'enter', ...typed);
	session.send({type: 'history/open'});
	let model = session.model();
	const asked: Extract<ReturnType<typeof update>[1][number], {type: 'history/examine'}>[] = [];
	const send = (...messages: readonly Message[]) => {
		for (const message of messages) {
			const [next, effects] = update(model, message);
			model = next;
			asked.push(...effects.filter((effect) => effect.type === 'history/examine'));
		}
	};
	const answer = () => {
		const effect = asked.shift();
		if (effect === undefined) throw new Error('Nothing was to be examined');
		send({type: 'history/examined', examined: examine(effect, session.history)});
	};
	const changeByOther = () => {
		const user = userOf(model.sheet, 3);
		session.commitByOther(updateChange('Edit', user, {...user, firstName: `${user.firstName}!`}));
		send({
			type: 'store/changed',
			sheet: {...session.stored(), revision: model.stored.revision + 1},
			entries: [],
			timeZone: 'UTC',
		});
	};
	return {model: () => model, state: () => historyOf(model), asked, send, answer, changeByOther};
}

describe('a change of the history that takes long to examine', () => {
	it('is opened when that is done, and keys typed meanwhile are pressed then', () => {
		const {model, state, asked, send, answer} = openHistory();
		send(enter, letter('u'));
		expect(state().opened).toBeUndefined();
		answer();
		expect(state().opened?.entry.revision).toBe(3);
		expect(model().screens.at(-1)).toMatchObject({
			name: 'confirm',
			question: expect.stringContaining('Undo change 3'),
		});
		// What an opened change shows is what an undo would do: it is not examined twice.
		expect(asked).toEqual([]);
	});

	it('can be left with Esc', () => {
		const {model, state, send, answer} = openHistory();
		send(enter, leave, letter('/'));
		answer();
		expect(state().opened).toBeUndefined();
		expect(state().list.filterEditor).toBeDefined();
		expect(model().screens).toHaveLength(1);
	});

	it('is examined again where the sheet has changed meanwhile', () => {
		const {model, asked, send, answer, changeByOther} = openHistory();
		send(letter('u'));
		changeByOther();
		answer();
		expect(model().screens).toHaveLength(1);
		expect(asked).toHaveLength(1);
		answer();
		expect(model().screens.at(-1)).toMatchObject({name: 'confirm'});
	});

	it('that cannot be read is told, and the list stays', () => {
		const {model, state, asked, send} = openHistory();
		send(enter, letter('/'));
		const [effect] = asked;
		if (effect === undefined) throw new Error('Nothing was to be examined');
		const message = 'Change 3 cannot be read any more.';
		send({type: 'history/unreadable', summary: effect.summary, message});
		expect(state()).toMatchObject({list: {cursor: {row: 0}, filterEditor: {field: {text: ''}}}});
		expect(state().opened ?? state().waiting).toBeUndefined();
		send({type: 'table/close-filter', keep: false}, enter, leave, {type: 'escape/expire'});
		const quiet = model();
		send({type: 'history/unreadable', summary: effect.summary, message});
		expect(model()).toEqual(quiet);
	});

	it('asks nothing over another question', () => {
		const {model, send, answer} = openHistory('x');
		send(letter('u'));
		send({type: 'app/quit', sure: false});
		const {screens} = model();
		answer();
		expect(model().screens.slice(1)).toEqual(screens.slice(1));
	});
});

describe('an open history after a commit', () => {
	const loaded = (session: ReturnType<typeof openSession>) => historyOf(session.model()).entries;

	it('reads only what is new, and keeps the rest', () => {
		const session = openSession(makeSheet(3));
		session.press('A', 'enter', 'f9');
		const known = loaded(session);
		session.send({type: 'users/set-cell', id: 2, key: 'lastName', value: 'Baker'});
		expect(session.effects.at(-1)).toEqual({type: 'store/history', after: 2});
		expect(loaded(session)?.map(({revision}) => revision)).toEqual([3, 2]);
		expect(loaded(session)?.[1]).toBe(known?.[0]);
	});

	it('has each change once, also when answers overtake one another', () => {
		const session = openSession(makeSheet(3));
		session.press('A', 'enter', 'B', 'enter', 'C', 'enter', 'f9');
		const [third, second, first] = loaded(session) ?? [];
		if (third === undefined || second === undefined || first === undefined) throw new Error('Three');
		const answer = (...entries: readonly (typeof first)[]) =>
			session.send({type: 'history/loaded', entries, after: first.revision, now: '', timeZone: 'UTC'});
		session.send({type: 'history/loaded', entries: [first], now: '', timeZone: 'UTC'});
		answer(third, second);
		answer(second);
		expect(loaded(session)).toEqual([third, second, first]);
		// Closed and opened again, the whole list is on its way: the newest ones alone are not all there is.
		session.press('escape');
		const [reopened] = update(session.model(), {type: 'history/open'});
		const [early] = update(reopened, {
			type: 'history/loaded',
			entries: [third],
			after: second.revision,
			now: '',
			timeZone: 'UTC',
		});
		expect(historyOf(early).entries).toBeUndefined();
	});

	it('is read from the start where somebody has put an older file in place', () => {
		const session = openSession(makeSheet(3));
		session.press('A', 'enter', 'B', 'enter', 'f9');
		const older = {...session.model(), stored: makeSheet(3)};
		const [, effects] = update(older, {
			type: 'store/changed',
			sheet: makeSheet(3),
			entries: [],
			timeZone: 'UTC',
		});
		expect(effects).toEqual([{type: 'store/history'}]);
	});
});
