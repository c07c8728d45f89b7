import {expect, it} from 'vitest';
import {openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {expectFit, sizes, walk} from '../helpers/expect-fit.ts';
import {goToField} from '../helpers/go-to.ts';

it.each(sizes)('at %i×%i, empty, full of problems and with long values', async (columns, rows) => {
	const app = await openApp({columns, rows, standAlone: true, profiles: sampleProfiles()});
	expectFit(app, 'empty sheet');
	await walk(app, 'user.add', 'form.save', goToField('profile'), 'form.enter', 'choice.choose');
	await walk(app, 'form.previous', 'form.previous', 'form.previous', goToField('serviceUser'));
	await app.type('x'.repeat(200));
	await walk(app, 'form.save', 'form.generate-pin', 'pin.reveal', 'form.cancel', 'confirm.no', 'app.quit');
	expect(app.text()).toContain('Quit? What was typed in the form is lost.');
});
