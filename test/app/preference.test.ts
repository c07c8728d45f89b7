import {describe, expect, it} from 'vitest';
import {
	parsePreference,
	preferenceNames,
	preferenceOf,
	preferenceTable,
} from '../../source/app/preferences.ts';
import {focusedTable} from '../../source/app/screens/screen-table.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

describe('settings of the screen', () => {
	it.each([
		['mouse on', {name: 'mouse', value: 'on'}],
		['colors=light', {name: 'colors', value: 'light'}],
		[' ASCII : ON ', {name: 'ascii', value: 'on'}],
		['wide', {name: 'wide', value: undefined}],
	])('reads %j', (typed, read) => {
		expect(parsePreference(typed)).toEqual(read);
	});

	it.each(['', 'mice on', 'mouse maybe', 'constructor on'])('refuses %j', (typed) => {
		expect(parsePreference(typed)).toHaveProperty('problem');
	});

	it('takes what is no value of the table for none', () => {
		expect(preferenceOf({mouse: 'loud'}, 'mouse')).toBe('off');
		expect(preferenceOf({}, 'colors')).toBe('auto');
	});

	it('sets one behind ":screen", at once where it can be, and remembers it', () => {
		const session = openSession(makeSheet(3));
		session.press(':', 'screen mouse on', 'enter');
		expect(session.model().mouse).toBe(true);
		session.press(':', 'screen colors dark', 'enter');
		expect(session.model().notice?.text).toContain('next start');
		session.press(':', 'screen panel on', 'enter', ':', 'screen panel on', 'enter');
		expect(session.model().grid.panel).toBe(true);
		expect(session.effects.filter(({type}) => type === 'preferences/remember').at(-1)).toEqual({
			type: 'preferences/remember',
			preferences: {mouse: 'on', colors: 'dark', panel: 'on'},
		});
	});

	it('lists all of them, and then the values of one', () => {
		const session = openSession(makeSheet(3));
		session.press(':', 'screen', 'enter');
		expect(focusedTable(session.model())?.state.rows).toHaveLength(preferenceNames.length);
		session.press('Colours', 'enter');
		expect(focusedTable(session.model())?.state.rows).toHaveLength(preferenceTable.colors.values.length);
		session.press('light', 'enter');
		expect(session.model().preferences).toEqual({colors: 'light'});
	});

	it('refuses what it does not know', () => {
		const session = openSession(makeSheet(3));
		session.press(':', 'screen mouse loud', 'enter');
		expect(session.model().notice?.tone).toBe('bad');
		expect(session.effects).toEqual([]);
	});
});
