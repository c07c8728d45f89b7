import {expect, it} from 'vitest';
import {defaultProfile, type Profile} from '../../source/domain/profile.ts';
import {planProfileJob} from '../../source/domain/profiles/plan-profiles.ts';
import {finishWork} from '../../source/domain/work.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {type AppDriver, type AppOptions, openApp} from '../helpers/app-driver.tsx';
import {walk} from '../helpers/expect-fit.ts';
import {goToColumn} from '../helpers/go-to.ts';

const named = (name: string, values: Partial<Profile> = {}): Profile => ({
	...defaultProfile,
	...values,
	name,
});

async function openProfiles(options: AppOptions = {}): Promise<AppDriver> {
	const app = await openApp({users: 3, profiles: [named('Default'), named('Berlin')], ...options});
	await app.press('palette.open');
	await app.type('profiles');
	await app.press('commands.run');
	return app;
}

it('creates a profile, fills it in, renames it and removes it, each as one change that is saved', async () => {
	const app = await openProfiles();
	await app.press('profile.add');
	await app.type('Wien');
	await app.press('cell.commit-down', goToColumn('mbgSipHost'));
	await app.type('mbg.example.com');
	await app.press('cell.commit-right');
	expect(app.screen()).toContain('All saved');
	expect((await app.stored()).profiles[2]).toEqual(named('Wien', {mbgSipHost: 'mbg.example.com'}));
	await app.press(goToColumn('name'), 'cell.edit');
	await app.type(' 1');
	await app.press('cell.commit-down');
	expect((await app.stored()).profiles[2]?.name).toBe('Wien 1');
	await app.press('profile.remove', 'confirm.yes');
	expect((await app.stored()).profiles).toHaveLength(2);
	await app.press('change.undo', 'change.undo', 'change.undo', 'change.undo');
	expect((await app.stored()).profiles).toEqual([named('Default'), named('Berlin')]);
});

it('shows a changed host on every user of the profile at once', async () => {
	const app = await openProfiles({columns: 200});
	await app.press(goToColumn('mbgSipHost'));
	await app.type('mbg.example.com');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('3 users have this profile.');
	await app.press('profile.close');
	expect(app.screen().match(/mbg\.example\.com/g)).toHaveLength(3);
});

it('stays on a profile that another person renames while its host is typed', async () => {
	const app = await openProfiles();
	await app.press(goToColumn('mbgSipHost'));
	await app.type('mine.example.com');
	const other = await openStore({directory: app.directory, readOnly: false});
	if (isStoreError(other)) throw new Error(other.error.message);
	const change = finishWork(
		planProfileJob({verb: 'rename', profile: 'Default', name: 'Office'}, other.sheet),
	);
	if (change === undefined) throw new Error('Nothing is planned');
	await other.store.commit(change, other.sheet);
	await app.waitForScreen(/ Office /);
	await app.press('cell.commit-down');
	const {profiles, users} = await app.stored();
	expect(profiles[0]).toEqual(named('Office', {mbgSipHost: 'mine.example.com'}));
	expect(users.map(({profile}) => profile)).toEqual(['Office', 'Office', 'Office']);
});

const names = [
	'北京办事处远程办公用户配置文件',
	'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltung Königswusterhausen',
	...Array.from({length: 28}, (_, place) => `Site ${place + 1}`),
];
const text = 'Dear {First name},\n\nhere it is:\n{Deployment link}\n\nRegards';
const many = names.map((name) => named(name, {mbgSipHost: 'mbg.example.com', messageText: text}));

it.each([
	[1, 80, 24],
	[30, 80, 24],
	[30, 60, 15],
	[30, 120, 40],
	[30, 40, 8],
])('fits: %i profiles at %i columns and %i rows', async (amount, columns, rows) => {
	const app = await openProfiles({columns, rows, profiles: [named('Default'), ...many].slice(0, amount)});
	await walk(app, 'table.last', 'table.row-end', goToColumn('name'), 'cell.edit', 'cell.cancel');
	await walk(app, 'profile.add', 'cell.commit-down', 'cell.cancel', 'profile.close', 'palette.open');
	await app.type('settings.open');
	await walk(app, 'commands.run', 'table.last', 'table.row-end', 'cell.edit', 'choice.cancel');
	await walk(app, 'settings.close');
});
