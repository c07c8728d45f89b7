import {expect, it, onTestFinished, vi} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {expectFit, sizes} from '../helpers/expect-fit.ts';
import {goTo} from '../helpers/go-to.ts';

it.each(sizes)('shows cursor and caret with characters, as wide as ever: %i×%i', async (columns, rows) => {
	vi.stubEnv('FORCE_COLOR', '0');
	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
	const app = await openApp({users: 30, columns, rows});
	expect(app.screen()).toMatch(/^> +1 \[Samir *\]/m);
	await app.press('home');
	expect(app.screen()).toMatch(/^> \[ +1\]/m);
	await app.press('table.extend-down', 'table.extend-right');
	expect(app.screen()).toMatch(/^\| +1\|Samir +\|/m);
	expect(app.screen()).toMatch(/^> +2\|\[\S+ *\]\|/m);
	expectFit(app, 'range');
	await app.press('table.clear', 'table.up', goTo('firstName'), 'cell.edit', 'left');
	expect(app.screen()).toMatch(/^> +1 \[\S*_r *\]/m);
	await app.press('cell.cancel', 'end');
	expect(app.screen()).toMatch(/^> +1 .*\[.*\]$/m);
	expectFit(app, 'last column');
	await app.press('table.filter');
	expect(app.screen()).toContain('Filter: _');
	await app.press('filter.cancel', 'user.add');
	expect(app.screen()).toMatch(/^> First name +_/m);
});
