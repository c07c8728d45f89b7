import {describe, expect, test} from 'vitest';
import {type FixName, fixKinds} from '../../source/csv/fix/fix-kinds.ts';
import {
	type OfferedFix,
	offerFix,
	offerFixes,
	offerFixesLike,
	showOffer,
} from '../../source/csv/fix/offered-fixes.ts';
import {planFixed} from '../../source/csv/fix/plan-fixed.ts';
import type {ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {countsOf, makeUser, parseTable, plainOptions, planLines, sheetOf} from './plan-csv.ts';

const all: ReadonlySet<FixName> = new Set(fixKinds.map(({name}) => name));
const fromCsv = {profile: {from: 'csv'}} as const;

function offersOf(
	lines: readonly string[],
	options: Partial<ImportOptions> = {},
	sheet: Sheet = sheetOf(),
): readonly OfferedFix[] {
	const plan = planLines(lines, options, sheet);
	return finishWork(offerFixes({table: parseTable(lines.join('\n')), plan}, all));
}

function listOffers(offers: readonly OfferedFix[]): readonly string[] {
	return offers.map(({row, kind, value}) => `${row.line} ${kind} ${value}`);
}

/** The plan when everything that is offered is taken. */
function planAllFixed(
	lines: readonly string[],
	options: Partial<ImportOptions> = {},
	sheet: Sheet = sheetOf(),
): ImportPlan {
	const table = parseTable(lines.join('\n'));
	const fixed = finishWork(planFixed(table, {...plainOptions, ...options}, sheet, 'users.csv', all, ''));
	if ('refused' in fixed) throw new Error(fixed.refused.message);
	return fixed.plan;
}

describe('rules.md 4.11: the fix that is offered for a cell of a new user', () => {
	test.each([
		['Email address', 'ann @x.example', 'email-blanks', 'ann@x.example'],
		['Email address', 'ann@x,example', 'email-commas', 'ann@x.example'],
		['Email address', 'Ann Archer <ann@x.example>', 'email-names', 'ann@x.example'],
		['Email address', 'mailto:ann@x.example', 'email-links', 'ann@x.example'],
		['Email address', 'ann(at)x.example', 'email-marks', 'ann@x.example'],
		['Email address', 'ann archer@x.example', undefined, undefined],
		['Email address', 'ann@x.example ben@x.example', undefined, undefined],
		['Number', '20 01', 'numbers', '2001'],
		['Number', '(089)4711', 'numbers', '0894711'],
		['Number', '2001.0', 'decimals', '2001'],
		['Number', '12,345,678', 'separators', '12345678'],
		['Number', '1.23457E+19', undefined, undefined],
		['Number', '02.01.2026', undefined, undefined],
		['PBX SIP user name', 'ann archer', 'user-names', 'annarcher'],
		['PBX SIP Host', 'https://pbx.example.com/', 'hosts', 'pbx.example.com'],
		['PIN', '47 11', 'pin-blanks', '4711'],
		['PIN', '4711.0', 'decimals', '4711'],
		['PIN', '47a1', undefined, undefined],
		['PBX SIP password', ' s3cret ', 'trim', 's3cret'],
		['PBX SIP password', "'s3cret", 'apostrophes', 's3cret'],
		['First name', "'Ann'", 'apostrophes', 'Ann'],
		['First name', '"""Ann"""', 'quotation-marks', 'Ann'],
		['First name', '"""Bob"" Ann"', undefined, undefined],
		['PBX SIP password', '"=""s3cret"""', 'formulas', 's3cret'],
		['First name', 'Ann\u0000a', 'invisible', 'Anna'],
		['First name', '"Ann\nMaria"', 'invisible', 'Ann Maria'],
		['First name', 'JÃ¼rgen', 'letters', 'Jürgen'],
		['First name', 'JÃƒÂ¼rgen', 'letters', 'Jürgen'],
		['First name', 'J�rgen', undefined, undefined],
		['First name', 'NULL', 'blank-words', ''],
		['Last name', 'NULL', undefined, undefined],
	])('%s %j: %s', (column, cell, kind, value) => {
		const header = ['Last name', 'Email address', column].filter(
			(name, index) => index === 2 || name !== column,
		);
		const row = header.map((name) =>
			name === column ? cell : name === 'Last name' ? 'Archer' : 'a@x.example',
		);
		const lines = [header.join('\t'), row.join('\t')];
		const [offer, ...others] = offersOf(lines);
		expect(others).toEqual([]);
		expect([offer?.kind, offer?.value]).toEqual([kind, value]);
		if (offer === undefined) return;
		const codes = planAllFixed(lines).problems.map(({code}) => code);
		expect(codes).not.toContain(offer.code);
	});

	test('the nearest profile, where one is nearest', () => {
		const lines = ['Last name,Email address,Profile', 'A,a@x.example,Remote worker', 'B,b@x.example,Branch'];
		expect(listOffers(offersOf(lines, fromCsv))).toEqual(['2 profiles Remote workers']);
		expect(countsOf(planAllFixed(lines, fromCsv))).toEqual([1, 0, 0, 1, 0]);
	});

	test('a # over a remote MBG, with blanks around it: both are put right', () => {
		const lines = ['Last name,Email address,Number,Profile', 'A,a@x.example,20 #1,Remote workers'];
		expect(planAllFixed(lines, fromCsv).created[0]?.user.directoryNumber).toBe('20*1');
	});
});

describe('rules.md 4.11: lost zeros of PINs', () => {
	const pins = (...values: readonly string[]) => [
		'Last name,Email address,PIN',
		...values.map((pin, index) => `L${index},u${index}@x.example,${pin}`),
	];

	test.each([
		[
			['4711', '8812', '123', '7'],
			['4 pad-pins 0123', '5 pad-pins 0007'],
		],
		[['471123', '881245', '123'], ['4 pad-pins 000123']],
		[['4711', '88124', '123'], []],
		[['4711', '123'], []],
		[['4711', '8812', ''], []],
	])('%j', (values, expected) => {
		expect(listOffers(offersOf(pins(...values)))).toEqual(expected);
	});

	test('they are not shown, and written whole', () => {
		const [offer] = offersOf(pins('4711', '8812', '123'));
		expect(offer && showOffer(offer)).toEqual(['••••', '••••']);
		const written = planAllFixed(pins('4711', '8812', '123')).created.map(({user}) => user.deploymentPin);
		expect(written).toEqual(['4711', '8812', '0123']);
	});
});

describe('rules.md 4.11: where the stored value tells', () => {
	const over = (values: Partial<User>) => sheetOf(makeUser(1, values), makeUser(2));

	test.each([
		['Number', {directoryNumber: '1-2'}, '02.01.2026', 'dates', '1-2'],
		['Number', {directoryNumber: '1-2'}, '45658', 'dates', '1-2'],
		['Number', {directoryNumber: '0042'}, '42', 'leading-zeros', '0042'],
		['PIN', {deploymentPin: '0123'}, '123', 'leading-zeros', '0123'],
		['PIN', {deploymentPin: '12345678901234567890'}, '1.23457E+19', 'rounded', '12345678901234567890'],
		['Number', {directoryNumber: '1234567890123456'}, '1234567890123450', 'rounded', '1234567890123456'],
		['First name', {firstName: 'Jürgen'}, 'J?rgen', 'letters', 'Jürgen'],
		['ID', {}, '1.0', 'decimals', '1'],
	])('%s %j, %s', (column, values, cell, kind, value) => {
		const lines = column === 'ID' ? ['ID,Last name', `${cell},X`] : [`ID,${column}`, `1,${cell}`];
		const offers = offersOf(lines, {overwrite: true, profile: {from: 'keep', name: 'Default'}}, over(values));
		expect(listOffers(offers)).toEqual([`2 ${kind} ${value}`]);
	});

	test('what is read-only is as it is stored, and the rest of the row goes in', () => {
		const sheet = over({origin: 'client-service', firstName: 'Ann'});
		const lines = ['ID,First name,PIN', '1,Anna,4812'];
		const plan = planAllFixed(lines, {overwrite: true, profile: {from: 'keep', name: 'Default'}}, sheet);
		expect(plan.updated[0]?.after).toMatchObject({firstName: 'Ann', deploymentPin: '4812'});
	});

	test('another error in the row takes nothing away', () => {
		const lines = ['ID,Email address,PIN', '1,ann@,123'];
		const offers = offersOf(lines, {overwrite: true}, over({deploymentPin: '0123'}));
		expect(listOffers(offers)).toEqual(['2 leading-zeros 0123']);
	});

	test('what was decided already is not offered', () => {
		const lines = ['ID,Number', '1,42'];
		const sheet = over({directoryNumber: '0042'});
		expect(offersOf(lines, {overwrite: true, doubtful: 'fix'}, sheet)).toEqual([]);
	});
});

describe('rules.md 4.11: for all alike', () => {
	const lines = [
		'Last name,Email address,Number',
		'A,a@x,example;b@y',
		'B,b@x. example,20 01',
		'C,"c@x,example",2002',
		'D,"d@x,example",20 03',
		'E,e@x .example,2004',
	];
	const table = parseTable(lines.join('\n'));
	const plan = planLines(lines);

	test('the same column, problem and kind of fix', () => {
		const judged = plan.rows.find(({row}) => row.line === 4);
		const [problem] = judged?.problems ?? [];
		const offer = judged && problem && offerFix({table, plan}, judged, problem);
		if (offer === undefined) throw new Error('nothing is offered');
		expect(listOffers(finishWork(offerFixesLike({table, plan}, offer)))).toEqual([
			'4 email-commas c@x.example',
			'5 email-commas d@x.example',
		]);
	});

	test('some kinds of all columns', () => {
		const kinds = new Set<FixName>(['numbers', 'email-blanks']);
		expect(listOffers(finishWork(offerFixes({table, plan}, kinds)))).toEqual([
			'3 numbers 2001',
			'3 email-blanks b@x.example',
			'5 numbers 2003',
			'6 email-blanks e@x.example',
		]);
	});

	test('each kind has a name of its own, and its fault fits a column', () => {
		expect(new Set(fixKinds.map(({name}) => name)).size).toBe(fixKinds.length);
		for (const {name, fault} of fixKinds) {
			expect(name).toMatch(/^[a-z-]+$/);
			expect(fault.length).toBeLessThanOrEqual(30);
		}
	});
});
