import {expect, it, onTestFinished} from 'vitest';
import {initialModel} from '../../source/app/model.ts';
import {initialUsers} from '../../source/app/screens/users/users-state.ts';
import {indexedKeys} from '../../source/domain/shared-rules.ts';
import {valueIndexInSteps} from '../../source/domain/value-index.ts';
import {indexAhead} from '../../source/shell/index-ahead.ts';
import {createRuntime} from '../../source/shell/runtime.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';

it('indexes many users before anybody looks, and again after the sheet has become another one', async () => {
	const many = (prefix: string) =>
		sheetOf(
			...Array.from({length: 6000}, (_, place) => makeUser(place + 1, {email: `${prefix}${place}@x.y`})),
		);
	const fault = (error: unknown) => {
		throw error;
	};
	const [first, second] = [many('a'), many('b')];
	const model = initialModel({
		sheet: first,
		size: {columns: 80, rows: 24},
		readOnly: false,
		grid: initialUsers(first),
	});
	const runtime = createRuntime(model, async () => {}, fault);
	onTestFinished(indexAhead(runtime, fault));
	// The first step tells: what is not indexed takes more, and is not indexed by one.
	const isIndexed = (sheet: typeof first) =>
		indexedKeys.every((key) => valueIndexInSteps(sheet.users, key).next().done === true);
	expect(isIndexed(first)).toBe(false);
	await expect.poll(() => isIndexed(first)).toBe(true);
	runtime.dispatch({type: 'store/changed', sheet: {...second, revision: 9}, entries: [], timeZone: 'UTC'});
	expect(runtime.model().sheet.users).toBe(second.users);
	await expect.poll(() => isIndexed(second)).toBe(true);
});
