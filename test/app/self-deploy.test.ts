import {expect, it} from 'vitest';
import {usersColumns} from '../../source/app/screens/users/users-columns.ts';
import {usersKind} from '../../source/app/screens/users/users-table.ts';
import {origins, originTable} from '../../source/domain/origin.ts';
import {makeUser} from '../domain/make-sheet.ts';

it('the grid says of synchronised users whether they deploy alone, in a column that is hidden without any', () => {
	const texts = origins.map((origin) => {
		const user = makeUser(1, {origin});
		return usersKind.valueOf(user, 'selfDeploy', {base: {profiles: [], standAlone: false}, revealed: false});
	});
	expect(texts).toEqual(
		origins.map((origin) => {
			const {isSynchronised, canSelfDeploy} = originTable[origin];
			if (!isSynchronised) return '';
			return canSelfDeploy ? 'yes' : 'no';
		}),
	);
	expect(usersColumns(false).find(({key}) => key === 'selfDeploy')?.isOptional).toBe(true);
});
