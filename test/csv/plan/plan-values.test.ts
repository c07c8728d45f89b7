import {describe, expect, test} from 'vitest';
import {countsOf, findProblem, listProblems, makeUser, planLines, sheetOf} from '../plan-csv.ts';

const header = 'Last name,Email address';
const good = 'Archer,ann@example.com';
const overwrite = {overwrite: true} as const;

describe('rules.md 3.10 and 2.5: blank columns', () => {
	const sheet = sheetOf(
		makeUser(1, {firstName: 'Ann', deploymentPin: '1111'}),
		makeUser(2, {firstName: 'Ben'}),
		makeUser(3, {deploymentPin: '3333'}),
	);
	const lines = ['ID,First name,PIN', '1,,', '2,,', '3,Cy,3333'];

	test('undecided: the stored values that would be cleared are counted per column, and nothing is written', () => {
		const plan = planLines(lines, {...overwrite, blankColumns: 'undecided'}, sheet);
		expect([...plan.concerned.blankColumns]).toEqual([
			['First name', 2],
			['Deployment PIN', 1],
		]);
		expect(plan.open).toEqual(['blankColumns']);
		expect(plan.change.updated).toEqual([]);
		expect(countsOf(plan)).toEqual([0, 3, 0, 0, 0]);
	});

	test('clear', () => {
		const plan = planLines(lines, {...overwrite, blankColumns: 'clear'}, sheet);
		expect(plan.open).toEqual([]);
		expect(plan.updated.map(({after: {firstName, deploymentPin}}) => [firstName, deploymentPin])).toEqual([
			['', ''],
			['', ''],
			['Cy', '3333'],
		]);
	});

	test('keep: what would have been cleared is still counted', () => {
		const plan = planLines(lines, {...overwrite, blankColumns: 'keep'}, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 2, 0, 0]);
		expect(plan.concerned.blankColumns.get('First name')).toBe(2);
		expect(plan.updated.map(({after}) => after.firstName)).toEqual(['Cy']);
	});

	test('a missing column leaves stored data alone, and nothing is to be decided', () => {
		const plan = planLines(['ID,PIN', '1,2222'], {...overwrite, blankColumns: 'undecided'}, sheet);
		expect(plan.open).toEqual([]);
		expect(plan.updated[0]?.after).toEqual({...sheet.users[0], deploymentPin: '2222'});
	});

	test('a row with too few cells counts as blank there', () => {
		const lines = ['ID,First name,PIN', '1,Ann', ''];
		const plan = planLines(lines, {...overwrite, blankColumns: 'undecided'}, sheet);
		expect([...plan.concerned.blankColumns]).toEqual([['Deployment PIN', 1]]);
	});

	test('everything that is open is listed, rejected rows first', () => {
		const plan = planLines(
			[...lines, '9,X,1'],
			{...overwrite, blankColumns: 'undecided', partial: false},
			sheet,
		);
		expect(plan.open).toEqual(['rejected-rows', 'blankColumns']);
	});
});

describe('rules.md 3.11: trimming', () => {
	test('values are trimmed, no-break spaces too, secrets are not', () => {
		const plan = planLines([
			`${header},First name,PBX SIP password`,
			'\u00a0Archer \t, ann@example.com ,\u2003Ann, p w ',
		]);
		expect(plan.change.added[0]).toMatchObject({
			lastName: 'Archer',
			email: 'ann@example.com',
			firstName: 'Ann',
			pbxSipPassword: ' p w ',
		});
	});

	test('inner white space, newlines and control characters are kept', () => {
		const plan = planLines([header, '"Archer\r\n  Baker\u001b[31m",ann@example.com']);
		expect(plan.change.added[0]?.lastName).toBe('Archer\r\n  Baker\u001b[31m');
		expect(listProblems(plan)).toEqual(['2 warning control-character Last name']);
	});

	test.each([
		["'=1+1", '=1+1'],
		["''=1+1", "'=1+1"],
		["'Archer", "'Archer"],
		["'+49 30", '+49 30'],
		['"=""0042"""', '0042'],
	])('the quote of the formula guard comes off again: %s', (cell, stored) => {
		expect(planLines([header, `${cell},ann@example.com`]).change.added[0]?.lastName).toBe(stored);
	});

	test.each([
		['\u200b0042\u200b', '0042'],
		['\ufeff0042', '0042'],
		['\u00ad0042\u2060 ', '0042'],
		['\u202a0042\u202c', '0042'],
		[' \u200b \u200e0042', '0042'],
		["'0042", '0042'],
		['="0042"', '0042'],
		["\u200b'0042", '0042'],
		['="\u200b0042 "', '0042'],
	])('what is around a PIN or a number is taken off: %j', (cell, stored) => {
		const plan = planLines([`${header},PIN,Number,Voicemail number`, `${good},${cell},${cell},${cell}`]);
		// A PIN that is the user's own number is told, and taken.
		expect(plan.problems.map(({code}) => code)).toEqual(['easy-pin']);
		expect(plan.change.added[0]).toMatchObject({
			deploymentPin: stored,
			directoryNumber: stored,
			voicemailNumber: stored,
		});
	});

	test.each(["'7", '="7"', '\u200b7\u00a0', "'0007"])('and around an ID: %j', (id) => {
		const plan = planLines(['ID,First name', `${id},Ann`], overwrite, sheetOf(makeUser(7)));
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
	});

	test.each([
		["'hunter2", 'apostrophe'],
		['="0042"', 'text-formula'],
		[' hunter2', 'outer-space'],
		['hunter2\u00a0', 'outer-space'],
		['\u200bhunter2', 'control-character'],
	])('nothing is taken off a secret, but it is told without it: %j', (secret, code) => {
		const plan = planLines([`${header},PBX SIP password,Voicemail PIN`, `${good},${secret},${secret}`]);
		expect(plan.change.added[0]).toMatchObject({pbxSipPassword: secret, voicemailPin: secret});
		expect(listProblems(plan)).toEqual([
			`2 warning ${code} PBX SIP password`,
			`2 warning ${code} Voicemail PIN`,
		]);
		expect(JSON.stringify(plan.problems)).not.toMatch(/hunter2|0042/);
	});

	test('a secret of nothing but white space is none', () => {
		const plan = planLines([`${header}, PBX SIP password`, 'Archer, ann@example.com, \u200b ']);
		expect(plan.change.added[0]?.pbxSipPassword).toBe('');
		expect(plan.problems).toEqual([]);
	});

	test.each([
		["'Archer", true],
		["'t Hooft", false],
		["'s-Gravenhage", false],
		["O'Neil", false],
	])('an apostrophe before a name stays, and is told where it may be a mark of text: %s', (name, told) => {
		const plan = planLines([header, `${name},ann@example.com`]);
		expect(plan.change.added[0]?.lastName).toBe(name);
		expect(listProblems(plan)).toEqual(told ? ['2 warning apostrophe Last name'] : []);
	});

	test('quotes go with the blank before them; one that opens no cell stays, and is told', () => {
		const lines = [
			`${header},PBX SIP password`,
			' "Archer, Ann", "ann@example.com", " p w "',
			' "Bob" B,b@example.com, "x" y',
		];
		const plan = planLines(lines);
		expect(plan.change.added.map(({lastName, pbxSipPassword}) => [lastName, pbxSipPassword])).toEqual([
			['Archer, Ann', ' p w '],
			['"Bob" B', ' "x" y'],
		]);
		expect(listProblems(plan)).toEqual([
			'2 warning outer-space PBX SIP password',
			'3 warning quotation-mark Last name',
			'3 warning outer-space PBX SIP password',
		]);
	});

	test('what is stored with its apostrophe already is not told again', () => {
		const sheet = sheetOf(makeUser(1, {lastName: "'Archer", pbxSipPassword: "'x"}));
		const plan = planLines(
			['ID,First name,Last name,PBX SIP password', "1,Ann,'Archer,'x"],
			overwrite,
			sheet,
		);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
		expect(plan.problems).toEqual([]);
	});

	test('but not off a password, which no export ever wrote', () => {
		const plan = planLines([`${header},PBX SIP password`, `${good},'=1+1`]);
		expect(plan.change.added[0]?.pbxSipPassword).toBe("'=1+1");
	});
});

describe('rules.md 3.12', () => {
	test('a # under a remote profile: a warning that offers the *', () => {
		const lines = [
			`${header},Number,Profile`,
			`${good},1#001,Remote workers`,
			'B,b@example.com,1#002,Default',
		];
		const plan = planLines(lines, {profile: {from: 'csv'}});
		expect(listProblems(plan)).toEqual(['2 warning remote-mbg-number Directory Number']);
		expect(findProblem(plan, 'remote-mbg-number').fix).toContain('"1*001"');
	});
});

describe('rules.md 3.16', () => {
	test('a service user name that changes: a warning on each row, with what follows', () => {
		const sheet = sheetOf(makeUser(1, {serviceUser: 'ann'}), makeUser(2), makeUser(3, {serviceUser: 'cy'}));
		const lines = ['ID,MiCollab Client Service user name', '1,anna', '2,ben', '3,cy'];
		const problem = findProblem(planLines(lines, overwrite, sheet), 'service-user-changed');
		expect(problem).toMatchObject({severity: 'warning', line: 2, id: '1', who: 'Archer1', value: 'anna'});
		expect(problem.fix).toContain('factory reset');
	});
});

describe('rules.md 3.14: every problem of the whole file at once', () => {
	test('with line, column, value, rule and fix; notices on the file come first', () => {
		const plan = planLines([
			`ID,${header},Number,PIN,Language`,
			'7,"Archer\nAnn",ann@,30 05,12,en',
			',,ben@example.com,2001,1.23457E+19,en',
		]);
		expect(listProblems(plan)).toEqual([
			'file notice ignored-column Language',
			'2 warning control-character Last name',
			'2 error directory-number Directory Number',
			'2 error email-address Email address',
			'2 error pin-length Deployment PIN',
			'4 error required Last name',
			'4 error pin-as-number Deployment PIN',
		]);
		expect(findProblem(plan, 'email-address')).toMatchObject({id: '7', value: 'ann@'});
		expect(plan.rejected.map(({row, problems}) => [row.line, problems.length])).toEqual([
			[2, 4],
			[4, 2],
		]);
	});

	test('a row whose ID is not usable is judged all the same', () => {
		const plan = planLines([`ID,${header}`, '9,,ann@'], overwrite, sheetOf(makeUser(1)));
		expect(listProblems(plan)).toEqual([
			'2 error unknown-id ID',
			'2 error required Last name',
			'2 error email-address Email address',
		]);
	});

	test('secrets and PINs are in no problem', () => {
		const lines = [
			`${header},PIN,PBX SIP password,Voicemail PIN`,
			'A,a@example.com,987 65,pw\u202e1,v\u202e2',
		];
		const plan = planLines(lines);
		expect(listProblems(plan)).toHaveLength(3);
		expect(JSON.stringify(plan.problems)).not.toMatch(/987|pw|v\u202e/);
	});
});

describe('rules.md 4: broken rows', () => {
	test('too many cells reject the row, and name no value: a shifted one may be a password', () => {
		const lines = [
			`${header},PBX SIP Host,PBX SIP password`,
			'Lang, Jr.,ann@example.com,host,s3cret!',
			`${good},h,p`,
		];
		const plan = planLines(lines);
		expect(listProblems(plan)).toEqual(['2 error too-many-cells']);
		expect(JSON.stringify(plan.problems)).not.toContain('s3cret');
		expect(findProblem(plan, 'too-many-cells').fix).toContain('comma');
	});

	test('so does a cell too many in a row that ends in blank cells and does not fit', () => {
		const plan = planLines([`${header},PIN`, 'Lang, Jr.,ann@example.com,', `${good},4825`]);
		expect(listProblems(plan)).toEqual(['2 error too-many-cells']);
	});

	test('blank cells too many in a row that fits are a warning', () => {
		const plan = planLines([header, `${good},,`, 'B,b@example.com']);
		expect(countsOf(plan)).toEqual([2, 0, 0, 0, 0]);
		expect(listProblems(plan)).toEqual(['2 warning extra-separator']);
	});

	test('a trailing delimiter on every line hides no problem', () => {
		expect(listProblems(planLines([`${header},`, 'A,ann@,', 'B,b@example.com,']))).toEqual([
			'2 error email-address Email address',
		]);
	});

	test.each([
		['"Archer,ann@example.com', 'unclosed-quote'],
		['"The "A" team",ann@example.com', 'stray-quote'],
	])('%s', (row, code) => {
		const plan = planLines([header, row, good]);
		expect(countsOf(plan)).toEqual([1, 0, 0, 1, 0]);
		expect(listProblems(plan)).toEqual([`2 error ${code}`]);
	});

	test('numbers that a spreadsheet has cut or turned into amounts: a warning', () => {
		const sheet = sheetOf(makeUser(1, {directoryNumber: '+4930123', deploymentPin: '00482513'}));
		const updated = planLines(['ID,Number,PIN', '1,4930123,482513'], overwrite, sheet);
		expect(listProblems(updated)).toEqual([
			'2 warning leading-characters-lost Directory Number',
			'2 warning leading-characters-lost Deployment PIN',
		]);
		const created = planLines([`${header},Number`, `${good},4.93012E+11`]);
		expect(listProblems(created)).toEqual(['2 warning number-as-amount Directory Number']);
	});
});

describe('rules.md 3.14: who a row is about', () => {
	const sheet = sheetOf(makeUser(1, {firstName: 'Ann', lastName: 'Archer'}));
	const whoOf = (rows: readonly string[], options = {}) =>
		planLines(['ID,First name,Last name,Email address,PIN', ...rows], options, sheet).problems.map(
			({line, who}) => [line, who],
		);

	test('an update names the user as stored, every other row as it names itself', () => {
		const rows = ['1,Eve,Ellis,eve@example.com,12', '9,Ben,Baker,b@example.com,12', '8,,,,'];
		expect(whoOf(rows, {overwrite: true})).toEqual([
			[2, 'Ann Archer'],
			[2, 'Ann Archer'],
			[3, 'Ben Baker'],
			[3, 'Ben Baker'],
			[4, undefined],
			[4, undefined],
			[4, undefined],
		]);
		expect(whoOf(['1,Eve,Ellis,eve@example.com,', ',,,c@example.com,'])).toEqual([
			[2, 'Eve Ellis'],
			[3, 'c@example.com'],
		]);
	});

	test('a row whose cells are shifted names nobody: the name could be a password', () => {
		expect(whoOf([',s3cret,Baker,x,b@example.com,12'])).toEqual([[2, undefined]]);
	});
});
