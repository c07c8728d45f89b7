import {describe, expect, it} from 'vitest';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {completeQuery} from '../../../source/domain/query/complete-query.ts';
import {userQueryTable} from '../../../source/domain/query/user-query.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const sheet = {
	...sheetOf(makeUser(1, {deploymentPin: '739158', pbxSipPassword: 'tiger'})),
	profiles: [defaultProfile, {...defaultProfile, name: 'Remote West'}, {...defaultProfile, name: 'Büro "A"'}],
};
const table = userQueryTable({sheet, marks: new Set()});

/** The texts that come of it, with `|` for the caret. */
function complete(typed: string): readonly string[] {
	const caret = typed.indexOf('|');
	const text = typed.replace('|', '');
	const {start, end, candidates} = completeQuery(text, caret, table);
	return candidates.map((candidate) => text.slice(0, start) + candidate.text + text.slice(end));
}

describe('completion of a query', () => {
	it.each([
		['fir|', ['first:']],
		['ann fir|', ['ann first:']],
		['-fir| ann', ['-first: ann']],
		['dn|', ['number:']],
		['"first n|', []],
		['fir|:ann', ['first:ann']],
		['profile:|', ['profile:Default', 'profile:"Remote West"', 'profile:"Büro ""A"""']],
		['profile:rem|', ['profile:"Remote West"']],
		['profile:west| ann', ['profile:"Remote West" ann']],
		['profile:"rem|', ['profile:"Remote West"']],
		['profile:buer|', ['profile:"Büro ""A"""']],
		['pin:|', ['pin:none', 'pin:set', 'pin:weak']],
		['pin:7|', []],
		['pbxSipPassword:|', ['pbxSipPassword:none', 'pbxSipPassword:set']],
		['-origin:serv|', ['-origin:client-service', '-origin:users-and-services']],
		['problem:ema|', ['problem:email']],
		['email:t|', []],
		['nofield:t|', []],
	])('%s', (typed, expected) => {
		expect(complete(typed)).toEqual(expected);
	});

	it('offers every field where a term may begin', () => {
		expect(complete('|').length).toBe(table.fields.length);
		expect(complete('ann |')).toContain('ann changed:');
		expect(complete('-|')).toContain('-pin:');
	});
});
