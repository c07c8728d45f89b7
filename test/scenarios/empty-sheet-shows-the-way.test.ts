import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('says what this is, and offers import, create and the demo', async () => {
	const app = await openApp();
	expect(app.text()).toContain('This sheet holds the users whose MiCollab clients you deploy. It is empty.');
	expect(app.text()).toContain('F5 imports them from a CSV file; F4 creates one in a form.');
	expect(app.text()).toContain('npm run demo');
	expect(app.footer()).toContain('F4 New user  F5 Import');
	expect(app.footer()).toContain('? Help');
	await app.type('x');
	expect(app.screen()).toContain('There are no users yet: F5 imports a file, F4 creates one.');
	await app.press('f5');
	expect(app.screen()).toContain('Import CSV');
});
