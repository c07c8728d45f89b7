import {expect, it} from 'vitest';
import {defaultProfile} from '../../source/domain/profile.ts';
import {openApp} from '../helpers/app-driver.tsx';
import {makeSheet} from '../helpers/make-users.ts';

const made = makeSheet(3);
const sheet = {
	...made,
	profiles: [{...defaultProfile, name: 'Remote', remoteMbg: true}],
	users: made.users.map((user, index) => ({
		...user,
		profile: 'Remote',
		directoryNumber: index < 2 ? `2${index}#1` : '2003',
	})),
};

it('is put right for all users with one key, and the other remedies are named', async () => {
	const app = await openApp({sheet, columns: 80, rows: 24});
	await app.press(':');
	await app.type('problems');
	await app.press('enter', '/');
	await app.type('kind:remote');
	await app.press('filter.keep');
	expect(app.text()).toContain('or use a local MBG connection or clustered MBGs');
	await app.press('problems.fix-all');
	expect((await app.stored()).users.map(({directoryNumber}) => directoryNumber)).toEqual([
		'20*1',
		'21*1',
		'2003',
	]);
});
