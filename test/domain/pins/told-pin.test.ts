import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {invertChange} from '../../../source/domain/change.ts';
import {fingerprint} from '../../../source/domain/fingerprint.ts';
import {describeTold, isTold, isToTell, planTold} from '../../../source/domain/pins/told-pin.ts';
import type {User} from '../../../source/domain/user.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const users = ['480913', '', '480913'].map((deploymentPin, index) =>
	makeUser(index + 1, {lastName: `Archer${index + 1}`, deploymentPin}),
);
const tick = (some: readonly User[], told = true) =>
	applyChange(sheetOf(...some), finishWork(planTold(some, told)).change).users;

describe('a PIN', () => {
	it('is told once a person has ticked it, and one undo takes that back', () => {
		expect(users.map(isTold)).toEqual([false, false, false]);
		expect(users.map(isToTell)).toEqual([true, false, true]);
		const plan = finishWork(planTold(users, true));
		const later = applyChange(sheetOf(...users), plan.change);
		expect(later.users.map(isTold)).toEqual([true, false, true]);
		expect(later.users.map(isToTell)).toEqual([false, false, false]);
		expect(applyChange(later, invertChange(plan.change)).users).toEqual(users);
		expect(plan.change.label).toBe('Tick the PINs of 2 users as told');
	});

	it('is to be told again once it is another one, and not where it comes back', () => {
		const [ann] = tick(users);
		if (ann === undefined) throw new Error('No user');
		expect(isToTell({...ann, deploymentPin: '731904'})).toBe(true);
		expect(isToTell({...ann, deploymentPin: ''})).toBe(false);
		expect(isTold({...ann, deploymentPin: '480913'})).toBe(true);
	});

	it('is no longer told where the tick is taken away', () => {
		expect(tick(tick(users), false).map(({toldPin}) => toldPin)).toEqual(['', '', '']);
	});

	it('says who is left alone', () => {
		const plan = finishWork(planTold(tick(users.slice(0, 2)), true));
		expect(plan).toMatchObject({change: {updated: []}, withoutPin: 1, already: 1});
		expect(describeTold(plan, true)).toEqual(['1 user has no PIN.', '1 PIN is ticked as told already.']);
	});

	it('cannot be read in what is kept of it, nor who else has it', () => {
		const ticked = tick(users);
		expect(ticked[0]?.toldPin).not.toBe(ticked[2]?.toldPin);
		for (const {toldPin} of ticked) expect(toldPin).not.toContain('480913');
		expect(JSON.stringify(finishWork(planTold(users, true)).change.label)).not.toContain('480913');
	});
});

describe('a fingerprint', () => {
	it('is the same for the same texts, and another one for others', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
				const isSame = JSON.stringify(one) === JSON.stringify(other);
				expect(fingerprint(one) === fingerprint(other)).toBe(isSame);
			}),
		);
		expect(fingerprint(['ab', ''])).not.toBe(fingerprint(['a', 'b']));
	});

	it('is hardly ever that of another PIN: 100,000 have none in common', () => {
		const seen = new Set<string>();
		for (let pin = 0; pin < 100_000; pin += 1) seen.add(fingerprint(['1', String(pin).padStart(6, '0')]));
		expect(seen.size).toBe(100_000);
	});
});
