import {expect, it} from 'vitest';
import {usersColumns} from '../../../source/app/screens/users/users-columns.ts';
import {storedField} from '../../../source/domain/field-lists.ts';
import {type Origin, origins} from '../../../source/domain/origin.ts';
import {describeCell} from '../../../source/ui/users/describe-cell.ts';
import {makeUser, sheetOf} from '../../domain/make-sheet.ts';
import {openSession} from '../../helpers/model-session.ts';

/** The line under the grid, with the cursor on a column of a user who came from somewhere. */
function describe(origin: Origin, key: string): string {
	const {grid, ...model} = openSession(sheetOf(makeUser(7, {origin, lastName: 'Archer'}))).model();
	const column = usersColumns(false).findIndex((one) => one.key === key);
	return describeCell({...model, grid: {...grid, shown: undefined, cursor: {row: 0, column}}}).text;
}

it('says on the ID where a user came from and whether they can self-deploy (rules.md 1.5)', () => {
	expect(describe('manual', 'id')).toBe('ID: 7, created by hand (cannot self-deploy)');
	expect(describe('csv', 'id')).toBe('ID: 7, imported from a CSV file (cannot self-deploy)');
	expect(origins.filter((origin) => describe(origin, 'id').includes('(can self-deploy)'))).toEqual([
		'client-service',
		'users-and-services',
	]);
});

it('says of read-only data which system it comes from (rules.md 1.5)', () => {
	const {header} = storedField('lastName');
	expect(describe('mbg', 'lastName')).toBe(
		`${header}: Archer  (read-only: synchronised from MiVoice Border Gateway)`,
	);
	expect(describe('csv', 'lastName')).toBe(`${header}: Archer`);
	expect(describe('mbg', 'mbgSipHost')).toContain('comes from the profile');
});
