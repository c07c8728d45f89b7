import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {settingRows} from '../../source/app/screens/settings/setting-rows.ts';
import type {SettingsState} from '../../source/app/screens/settings/settings-state.ts';
import {displaySetting, planSettings} from '../../source/domain/plan-settings.ts';
import {settingFields} from '../../source/domain/setting-fields.ts';
import {checkSettingText} from '../../source/domain/setting-input.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import type {Keys} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

function open(options: Parameters<typeof openSession>[1] = {}, sheet = makeSheet(3)): ModelSession {
	const session = openSession(sheet, options);
	session.press(':', 'settings', 'enter');
	return session;
}

/** To the setting with this label. */
function goTo(label: string): Keys {
	return ({screens}) => {
		const state = screens.findLast((screen) => screen.name === 'settings');
		const row = settingRows.findIndex((one) => one.label === label);
		if (state === undefined || row < 0) throw new Error(`No setting ${label}`);
		const steps = row - state.table.cursor.row;
		return Array.from({length: Math.abs(steps)}, () => (steps < 0 ? 'up' : 'down'));
	};
}

function stateOf(session: ModelSession): SettingsState {
	const screen = session.model().screens.find(({name}) => name === 'settings');
	if (screen?.name !== 'settings') throw new Error('The settings are not open');
	return screen;
}

const notice = (session: ModelSession) => session.model().notice?.text;

describe('the table of the settings', () => {
	it('writes what it reads, and finds nothing wrong with what a new sheet has', () => {
		for (const field of settingFields) {
			const value = field.read(defaultSettings);
			expect(field.write(defaultSettings, value), field.key).toEqual(defaultSettings);
			expect(checkSettingText(field.input, value), field.key).toBeUndefined();
		}
	});

	it('shows amounts with commas, a port without, and what an empty folder means', () => {
		const shown = (key: string) => {
			const field = settingFields.find((one) => one.key === key);
			return (
				field && displaySetting(field, {...defaultSettings, mail: {...defaultSettings.mail, port: 2525}})
			);
		};
		expect(shown('historyEntries')).toBe('10,000');
		expect(shown('mailPort')).toBe('2525');
		expect(shown('mailOutbox')).toBe('"outbox" beside the store');
		expect(shown('mailHost')).toBe('none');
	});

	it('has a row each, and those of the account behind them; each but the password can be set', () => {
		expect(settingRows.filter(({of}) => of === 'sheet').map(({label}) => label)).toEqual(
			settingFields.map(({label}) => label),
		);
		expect(settingRows.filter(({set}) => set === undefined).map(({label}) => label)).toEqual([
			'Mail server, password',
		]);
	});
});

describe('the list of settings', () => {
	it('takes a number in its cell, in its range only', () => {
		const session = open();
		session.press(goTo('History, days kept'), '0x', 'enter');
		expect(stateOf(session).editor?.problem).toMatchObject({code: 'setting-number'});
		session.press('escape', '30', 'enter');
		expect(session.stored().settings.history.days).toBe(30);
		expect(session.history[0]?.change.label).toBe('History, days kept: 30');
		expect(stateOf(session).table.cursor.row).toBe(2);
		session.press('ctrl+z');
		expect(session.stored().settings.history.days).toBe(365);
		expect(topScreen(session.model())?.name).toBe('settings');
	});

	it('takes a value of several from a list, and a text that may be emptied', () => {
		const session = open();
		session.press(
			goTo('Mail, way out'),
			'enter',
			'smtp',
			'enter',
			goTo('Mail server'),
			'mail.example.com',
			'tab',
		);
		expect(session.stored().settings.mail).toMatchObject({way: 'smtp', host: 'mail.example.com'});
		session.press('delete');
		expect(session.stored().settings.mail.host).toBe('');
		session.press('up', 'up', 'delete');
		expect(notice(session)).toBe('It always has a value.');
	});

	it('types in the column of the values, wherever the cursor is', () => {
		const session = open();
		session.press('home', goTo('Dated copies, number kept'), '7', 'enter');
		expect(session.stored().settings.backup.keep).toBe(7);
	});

	it('keeps what is one’s own for the account, also in a sheet that is read-only', () => {
		const session = open({readOnly: true});
		session.press(goTo('Your name'), 'Ann', 'enter', goTo('Keys'), 'enter', 'vim', 'enter');
		expect(session.model().myName).toBe('Ann');
		expect(session.model().keymap.name).toBe('vim');
		expect(session.effects.map(({type}) => type)).toEqual(['name/remember', 'keymap/remember']);
		session.press('g', 'g', 'i');
		expect(notice(session)).toContain('--read-only');
	});

	it('says where the password of the mail server comes from', () => {
		const session = open();
		session.press(goTo('Mail server, password'), 'x');
		expect(notice(session)).toMatch(/not set here.*600.*USERSHEET_SMTP_PASSWORD/);
		expect(stateOf(session).editor).toBeUndefined();
	});

	it('finds settings by any of their words', () => {
		const session = open();
		session.press('/', 'for:you', 'enter');
		expect(stateOf(session).table.rows).toHaveLength(settingRows.filter(({of}) => of === 'you').length);
	});

	it('begins no value with a letter where letters are commands', () => {
		const session = open();
		session.press(goTo('Keys'), 'enter', 'vim', 'enter', 'k', 'q');
		expect(stateOf(session).editor).toBeUndefined();
		session.press('c', 'Ann', 'enter');
		expect(session.model().myName).toBe('Ann');
	});
});

describe('switching stand-alone deployment in the list (rules.md 1.4)', () => {
	const short = makeSheet(3);
	const sheet = {
		...short,
		users: short.users.map((user) => (user.id === 2 ? {...user, pbxSipHost: ''} : user)),
	};

	it('asks with the number of users that fall short, and shows them instead', () => {
		const session = open({}, sheet);
		session.press('enter', 'on', 'enter');
		expect(topScreen(session.model())).toMatchObject({
			details: [expect.stringMatching(/^1 user lacks/), expect.anything()],
		});
		session.press('s');
		expect(session.model().screens).toEqual([]);
		expect(session.model().grid).toMatchObject({filter: 'stand-alone:short', rows: [2]});
		expect(session.stored().settings.standAlone).toBe(false);
	});

	it('switches once it is answered, and nothing can be shown where none falls short', () => {
		const session = open();
		session.press('enter', 'on', 'enter', 's');
		expect(topScreen(session.model())?.name).toBe('confirm');
		session.press('y');
		expect(session.stored().settings.standAlone).toBe(true);
	});
});

it('asks about a value that another person has set meanwhile', () => {
	const session = open();
	session.press(goTo('History, days kept'), '30');
	const {settings} = session.stored();
	session.commitByOther(planSettings(settings, {...settings, history: {...settings.history, days: 90}}));
	session.press('enter');
	expect(topScreen(session.model())).toMatchObject({name: 'confirm', details: ['Yours: 30', 'Theirs: 90']});
	session.press('y');
	expect(session.stored().settings.history.days).toBe(30);
});
