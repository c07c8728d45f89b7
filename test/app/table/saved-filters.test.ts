import {expect, it} from 'vitest';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const choice = (session: ModelSession) => {
	const top = session.model().screens.at(-1);
	return top?.name === 'choice' ? top.items.map(({label, detail}) => `${label}: ${detail}`) : undefined;
};

const kept = (session: ModelSession) =>
	session.effects.flatMap((effect) => (effect.type === 'filters/remember' ? [effect.filters] : [])).at(-1);

function saveTwo(): ModelSession {
	const session = openSession(makeSheet(20));
	session.press('/', ...'id:3-5', 'enter', ':', ...'save-filter Three of them', 'enter');
	session.press('/', 'ctrl+u', ...'id:7', 'enter', ':', ...'save-filter One', 'enter', 'escape');
	return session;
}

it('are kept by name, replaced under the same name, and used again', () => {
	const session = saveTwo();
	const [three, one] = [
		{list: 'users', name: 'Three of them', filter: 'id:3-5'},
		{list: 'users', name: 'One', filter: 'id:7'},
	];
	expect(kept(session)).toEqual([three, one]);
	expect(session.model().grid.rows).toHaveLength(20);
	session.press(':', ...'filters', 'enter');
	expect(choice(session)).toEqual(['One: id:7', 'Three of them: id:3-5']);
	session.press(...'thr', 'enter');
	expect(session.model().grid).toMatchObject({filter: 'id:3-5', rows: [3, 4, 5]});
	session.press(':', ...'save-filter One', 'enter');
	expect(kept(session)).toEqual([three, {...one, filter: 'id:3-5'}]);
});

it('go one by one, and the list with the last', () => {
	const session = saveTwo();
	session.press(':', ...'filters', 'enter', 'ctrl+x');
	expect(choice(session)).toEqual(['Three of them: id:3-5']);
	session.press('ctrl+x');
	expect(choice(session)).toBeUndefined();
	expect(kept(session)).toEqual([]);
	session.press(':', ...'filters', 'enter');
	expect(session.model().notice?.tone).toBe('bad');
});

it('ask for a name where none is given, and for a filter where none is in force', () => {
	const session = openSession(makeSheet(20));
	session.press(':', ...'save-filter x', 'enter');
	expect(session.model().notice?.tone).toBe('bad');
	session.press('escape', '/', '7', 'enter', ':', ...'save-filter', 'enter');
	expect(session.model().screens.at(-1)).toMatchObject({name: 'commands', field: {text: 'save-filter '}});
	session.press(...'Sevens', 'enter');
	expect(kept(session)).toEqual([{list: 'users', name: 'Sevens', filter: '7'}]);
});

it('belong to the list that they were made for', () => {
	const session = saveTwo();
	session.press('f9', ':', ...'filters', 'enter');
	expect(choice(session)).toBeUndefined();
});
