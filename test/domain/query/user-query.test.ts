import {describe, expect, it} from 'vitest';
import {nameKey} from '../../../source/domain/compare-text.ts';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {compileQuery, formatQueryProblem} from '../../../source/domain/query/compile-query.ts';
import {findMatches} from '../../../source/domain/query/find-matches.ts';
import {namesOf} from '../../../source/domain/query/query-table.ts';
import {type UserQueryContext, userQueryTable} from '../../../source/domain/query/user-query.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const remote = {...defaultProfile, name: 'Remote West', mbgSipHost: 'mbg.example.com', remoteMbg: true};
const sheet = {
	...sheetOf(
		makeUser(1, {firstName: 'Zoë', lastName: 'Müller', email: 'zoe@example.com', directoryNumber: '3020'}),
		makeUser(2, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com', directoryNumber: '30201'}),
		makeUser(3, {
			lastName: 'Muller-Lee',
			email: 'not an address',
			profile: 'Remote West',
			deploymentPin: '1234',
			origin: 'csv',
		}),
		makeUser(40, {
			firstName: 'Ann Lee',
			lastName: 'Øster "Gus"',
			email: 'ann@example.com',
			deploymentPin: '739158',
			pbxSipPassword: 'tiger',
			origin: 'client-service',
		}),
	),
	profiles: [defaultProfile, remote],
};
const context: UserQueryContext = {
	sheet,
	marks: new Set([2, 3]),
	changes: {
		now: '2026-11-26T00:30:00Z',
		timeZone: 'Europe/Vienna',
		lastById: new Map([
			[1, '2026-11-25T23:30:00Z'],
			[2, '2026-11-25T22:30:00Z'],
			[3, '2026-10-01T10:00:00Z'],
		]),
	},
};

function find(text: string, given = context): readonly number[] | string {
	const query = compileQuery(text, userQueryTable(given));
	if ('problem' in query) return formatQueryProblem(query.problem);
	return finishWork(findMatches(sheet.users, query)).map(({id}) => id);
}

describe('a query about users', () => {
	it.each([
		['', [1, 2, 3, 40]],
		['  - ', [1, 2, 3, 40]],
		['""', [1, 2, 3, 40]],
		['muller', [1, 3]],
		['mueller', [1]],
		['MÜLLER zoe', [1]],
		['oester', [40]],
		['muller -zoe', [3]],
		['-muller -mueller', [2, 40]],
		['"müller"', [1]],
		['"muller"', [3]],
		['"ann lee"', [40]],
		['"ann le', [40]],
		['"ann" archer', [2]],
		['-"ann lee" ann', [2]],
		['"Øster ""Gus"""', [40]],
		['name:"ann archer"', [2]],
		['first:ann', [2, 40]],
		['first:=ann', [2]],
		['first:="ann lee"', [40]],
		['first:', [3]],
		['-first:', [1, 2, 40]],
		['first:""', [3]],
		['number:3020', [1, 2]],
		['number:=3020', [1]],
		['dn:=3020', [1]],
		['"Directory Number":=3020', [1]],
		['directory-number:=3020', [1]],
		['directorynumber:=3020', [1]],
		['Durchwahl:=3020', [1]],
		['last:mueller', [1]],
		['last:"Müller"', [1]],
		['profile:west', [3]],
		['profile:"remote west"', [3]],
		['-profile:default', [3]],
		['mbgSipHost:mbg', [3]],
		['/^ann/', [2, 40]],
		['/^(zoe|ann)@/', [1, 2, 40]],
		['email:/^[^@]+$/', [3]],
		['-email:/example\\.com$/', [3]],
		['number:/^\\d{4}$/', [1]],
		['/home/x.csv', []],
		['id:1-3', [1, 2, 3]],
		['id:2,40-', [2, 40]],
		['-id:1-50', []],
		['pin:', [1, 2]],
		['pin:none', [1, 2]],
		['pin:set', [3, 40]],
		['pin:weak', [3]],
		['pbxSipPassword:set', [40]],
		['tiger', []],
		['739158', []],
		['/739158|tiger/', []],
		['state:incomplete', [3]],
		['state:no-link', [1, 2, 40]],
		['deployment-state:to-deploy', []],
		['told:no', [3, 40]],
		['told:', [3, 40]],
		['told:yes', []],
		['delivery:none', [1, 2, 3, 40]],
		['delivery:rejected', []],
		['-deployed:', [1, 2, 3, 40]],
		['downloaded:7d', []],
		['origin:csv', [3]],
		['origin:synchronised', [40]],
		['-origin:manual', [3, 40]],
		['problem:', [2, 3, 40]],
		['-problem:', [1]],
		['problem:error', [3]],
		['problem:email', [2, 3, 40]],
		['problem:shared', [2, 40]],
		['problem:mail ann lee', [40]],
		['problem:number', []],
		['marked:', [2, 3]],
		['-marked: ann', [40]],
		['changed:', [1, 2, 3]],
		['-changed:', [40]],
		['changed:today', [1]],
		['changed:yesterday', [2]],
		['changed:2d', [1, 2]],
		['changed:2026-11', [1, 2]],
		['changed:2026', [1, 2, 3]],
		['changed:2026-10..2026-11-25', [2, 3]],
		['changed:..2026-10', [3]],
		['changed:2026-11-26..', [1]],
	])('%s', (text, ids) => {
		expect(find(text)).toEqual(ids);
	});

	it.each([
		['ann mial:x', 'At character 5: There is no field "mial". Did you mean "email"?'],
		[
			'-xyzzyx:1',
			'At character 1: There is no field "xyzzyx". Text with a colon in it is written in quotation marks.',
		],
		['pin:739158', 'At character 1: "pin:" takes one of none, set, weak after the colon.'],
		['pin:week', 'At character 1: "pin:" takes one of none, set, weak after the colon. Did you mean "weak"?'],
		['pbxSipPassword:tiger', 'At character 1: "pbxSipPassword:" takes one of none, set after the colon.'],
		['pbxSipPassword:/t/', 'At character 1: "pbxSipPassword:" takes one of none, set after the colon.'],
		['marked:x', 'At character 1: "marked:" takes nothing after the colon.'],
		[
			'a /b',
			'At character 3: The slash at the end of the regular expression is missing. Text with a slash in front is written in quotation marks.',
		],
		['/(a/', 'At character 1: A ( has no ) after it.'],
		['id:x', 'At character 1: Numbers and ranges are possible here, like 1-50,60,90-.'],
		['id:9-3', 'At character 1: Numbers and ranges are possible here, like 1-50,60,90-.'],
		[
			'changed:soon',
			'At character 1: A time is today, yesterday, 7d, 2026, 2026-11, 2026-11-26, or two of those with .. between.',
		],
		['a'.repeat(1001), 'At character 1: The filter is longer than 1,000 characters.'],
	])('%s is refused in words', (text, message) => {
		expect(find(text)).toBe(message);
	});

	it('says when the history is needed, and knows no marks on the command line', () => {
		expect(find('changed:today', {sheet})).toBe('At character 1: The history has not been read yet.');
		expect(find('marked:', {sheet})).toContain('There is no field "marked".');
	});

	it('has no name for two fields', () => {
		const {fields} = userQueryTable(context);
		const names = fields.flatMap((field) => [...new Set(namesOf(field).map(nameKey))]);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(fields.map(({name}) => name).slice(0, 6)).toEqual([
			'id',
			'first',
			'last',
			'profile',
			'number',
			'email',
		]);
	});
});
