import {expect, it} from 'vitest';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

it('has a sign at its left, until nothing is wrong with it', async () => {
	const ann = makeUser(1, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com'});
	const ben = {...ann, id: 2, firstName: 'Ben', directoryNumber: '2001', email: 'ben@example.com'};
	const carla = {...ben, id: 3, firstName: 'Carla', email: 'nowhere'};
	const app = await openApp({sheet: sheetOf(ann, ben, carla)});
	const signs = () =>
		app.terminal
			.screen()
			.slice(2, 5)
			.map((row) => row.slice(0, 2));
	expect(signs()).toEqual(['> ', ' !', ' !']);
	await app.press('table.down', 'table.down', 'table.mark', goTo('directoryNumber'));
	await app.type('2002');
	await app.press('cell.commit-down', goTo('email'));
	expect(signs()).toEqual(['  ', '  ', '>*']);
	await app.press('table.mark');
	expect(signs()).toEqual(['  ', '  ', '>!']);
	await app.type('carla@example.com');
	await app.press('cell.commit-down');
	expect(signs()).toEqual(['  ', '  ', '> ']);
});
