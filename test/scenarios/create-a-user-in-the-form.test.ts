import {describe, expect, it} from 'vitest';
import {type AppDriver, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goToField} from '../helpers/go-to.ts';

/** Opens the form and fills in what every user needs. */
async function fill(app: AppDriver): Promise<void> {
	await app.press('user.add');
	await app.type('Ann');
	await app.press(goToField('lastName'));
	await app.type('Archer');
	await app.press(goToField('email'));
	await app.type('ann.archer@example.com');
}

describe('the form', () => {
	it('has every setting of the page, in its order, and help for the one with the focus', async () => {
		const app = await openApp({profiles: sampleProfiles()});
		await app.press('user.add');
		const labels = app.terminal
			.screen()
			.slice(1, 17)
			.map((row) => row.slice(2, 36).trim());
		expect(labels).toEqual([
			...['Profile *', 'First name', 'Last name *', 'Directory Number', 'Email address *', 'PBX SIP Host'],
			...['PBX SIP user name/Device number', 'PBX SIP password', 'MBG SIP host', 'MBG-WebRTC SIP host'],
			...['MBG SIP user name', 'MBG SIP password', 'MiCollab Client Service host'],
			...['MiCollab Client Service user name', 'MiCollab Client Service password', 'Deployment PIN'],
		]);
		expect(app.screen()).toContain('Given name, as the client should show it.');
		await app.press(goToField('lastName'));
		expect(app.screen()).toContain('Family name. Required.');
	});

	it('saves, and shows the new user in the grid', async () => {
		const app = await openApp();
		await fill(app);
		await app.press('form.save');
		expect(app.screen()).toContain('Created Ann Archer, ID 1.');
		expect(app.screen()).toContain('All saved');
		expect((await app.stored()).users).toMatchObject([{id: 1, origin: 'manual', profile: 'Default'}]);
	});

	it('saves and adds another', async () => {
		const app = await openApp();
		await fill(app);
		await app.press('form.save-another');
		expect(app.screen()).toContain('[ Save ]');
		expect(app.screen()).toContain('Created Ann Archer, ID 1.');
		await app.type('Ben');
		await app.press(goToField('lastName'));
		await app.type('Baker');
		await app.press(goToField('email'));
		await app.type('ben@example.com');
		await app.press('form.save');
		expect((await app.stored()).users.map((user) => user.lastName)).toEqual(['Archer', 'Baker']);
	});

	it('shows the hosts of the profile as it is chosen', async () => {
		const app = await openApp({profiles: sampleProfiles()});
		await app.press('user.add', goToField('profile'), 'form.enter');
		expect(app.screen()).toContain('Profile of the new user  1 of 3');
		await app.press('table.down', 'choice.choose');
		expect(app.screen()).toMatch(/Profile \* +Remote workers/);
		expect(app.screen()).toMatch(/MBG SIP host +teleworker\.example\.com/);
	});
});

describe('problems', () => {
	it('stand at the field when it is left', async () => {
		const app = await openApp();
		await app.press('user.add', goToField('email'));
		await app.type('ann@');
		expect(app.screen()).toMatch(/^ !Last name/m);
		expect(app.screen()).not.toMatch(/!Email/);
		await app.press('form.next');
		expect(app.screen()).toMatch(/ !Email address \*.* ! Not an/);
		await app.press('form.previous');
		expect(app.screen()).toContain('! Email address: Not an e-mail address.');
	});

	it('stand at all fields on save, with the focus on the first', async () => {
		const app = await openApp();
		const before = await app.stored();
		await app.press('user.add', 'form.save');
		expect(app.screen()).toMatch(/^>!Last name \*/m);
		expect(app.screen()).toMatch(/^ !Email address \*/m);
		expect(app.screen()).toContain('Not saved yet: 2 fields need a look. Last name: Required.');
		expect(await app.stored()).toEqual(before);
		await app.type('Archer');
		expect(app.screen()).toMatch(/^> Last name \*/m);
	});

	it('include the PBX fields in a stand-alone deployment', async () => {
		const app = await openApp({standAlone: true});
		await fill(app);
		expect(app.screen()).toContain('PBX SIP password *');
		await app.press('form.save');
		expect(app.screen()).toMatch(/^>!PBX SIP Host \*/m);
		expect(app.screen()).toMatch(/^ !PBX SIP user name\/Device number/m);
		expect(app.screen()).toMatch(/^ !PBX SIP password \*/m);
		expect((await app.stored()).users).toEqual([]);
	});

	it('of a twin are asked about', async () => {
		const app = await openApp();
		await fill(app);
		await app.press('form.save');
		await fill(app);
		await app.press('form.save');
		expect(app.screen()).toMatch(/Ann Archer with this e-mail address is in the sheet already, as ID 1\./);
		await app.press('confirm.no');
		expect(app.screen()).toContain('[ Save ]');
		await app.press('form.save', 'confirm.yes');
		expect((await app.stored()).users.map((user) => user.id)).toEqual([1, 2]);
	});
});

describe('secrets', () => {
	it('are masked, shown while a key toggles it, and stored as typed', async () => {
		const app = await openApp();
		await fill(app);
		await app.press(goToField('pbxSipPassword'));
		await app.type(' geheim ');
		expect(app.screen()).toMatch(/PBX SIP password +••••••••/);
		await app.press('pin.reveal');
		expect(app.screen()).toMatch(/PBX SIP password + geheim/);
		await app.press('pin.reveal');
		expect(app.screen()).not.toContain('geheim');
		await app.press('form.save');
		expect((await app.stored()).users[0]?.pbxSipPassword).toBe(' geheim ');
		expect(app.screen()).not.toContain('geheim');
	});

	it('are never in the output unless they are revealed: a PIN is generated blindly', async () => {
		const app = await openApp();
		await fill(app);
		await app.press('form.generate-pin');
		expect(app.screen()).toContain('A PIN was generated. Ctrl+R shows it.');
		await app.press('form.save');
		const pin = (await app.stored()).users[0]?.deploymentPin ?? '';
		expect(pin).toMatch(/^\d{6}$/);
		expect(app.output).not.toContain(pin);
	});
});

describe('leaving', () => {
	it('asks when something was typed', async () => {
		const app = await openApp();
		await app.press('user.add', 'form.cancel');
		expect(app.screen()).not.toContain('[ Save ]');
		await app.press('user.add');
		await app.type('Ann');
		await app.press('form.cancel');
		expect(app.screen()).toContain('Leave the form? What was typed is lost.');
		await app.press('confirm.no');
		expect(app.screen()).toMatch(/First name +Ann/);
		await app.press('form.cancel', 'confirm.yes');
		expect(app.screen()).not.toContain('[ Save ]');
		expect((await app.stored()).users).toEqual([]);
	});
});
