import {expect, it} from 'vitest';
import {openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {expectFit, sizes, walk} from '../helpers/expect-fit.ts';
import {goTo} from '../helpers/go-to.ts';

it.each(sizes)('at %i×%i, with all that lies over it', async (columns, rows) => {
	const app = await openApp({users: 60, columns, rows, profiles: sampleProfiles()});
	expectFit(app, 'grid');
	await walk(app, 'table.last', 'end', 'cell.edit');
	await app.press('cell.cancel', goTo('firstName'));
	await app.type('Ａ very long value that is wider than its cell, and than the detail line, and 値 too');
	expectFit(app, 'long value');
	await walk(
		app,
		'cell.commit-right',
		goTo('lastName'),
		'cell.clear',
		goTo('profile'),
		'cell.edit',
		'choice.cancel',
	);
	await walk(app, 'table.mark', 'table.sort', 'user.next-problem', 'table.filter');
	await app.type('a filter that nobody matches and that is quite long');
	expectFit(app, 'filter');
	await walk(app, 'filter.keep', 'table.clear', 'table.mark-all', 'user.delete');
	await walk(app, 'confirm.no', 'user.export', 'export.cancel', 'pin.set', 'pin.down', 'pin.ask');
	await walk(app, 'confirm.yes', 'confirm.yes', 'table.mark', 'pin.reveal', 'pins.hand-out', 'export.cancel');
	await walk(app, 'pins.close', 'help.open', 'table.page-down');
	await walk(app, 'commands.close', 'palette.open', 'commands.close', 'table.copy', 'table.clear');
	await walk(app, 'app.interrupt');
	expect(app.screen()).toContain('Ctrl+C once more');
});
