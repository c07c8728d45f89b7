import {expect, it} from 'vitest';
import {openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {expectFit, sizes, walk} from '../helpers/expect-fit.ts';

it.each(sizes)('at %i×%i, empty, full of problems and with long values', async (columns, rows) => {
	const app = await openApp({columns, rows, standAlone: true, profiles: sampleProfiles()});
	expectFit(app, 'empty sheet');
	await walk(app, 'user.add', 'form.save', 'form.previous', 'form.previous', 'form.enter', 'choice.choose');
	await walk(app, ...Array.from({length: 5}, () => 'form.previous'));
	await app.press('form.previous');
	await app.type('x'.repeat(200));
	await walk(app, 'form.save', 'form.generate-pin', 'pin.reveal', 'form.cancel', 'confirm.no', 'app.quit');
	expect(app.text()).toContain('Quit? What was typed in the form is lost.');
});
