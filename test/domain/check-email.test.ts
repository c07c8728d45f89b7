import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {checkEmail} from '../../source/domain/check-email.ts';
import {planLines} from '../csv/plan-csv.ts';

const several = Symbol('several addresses');
/** The finding's fix: the right value, or why none is sure. */
type Outcome = 'good' | typeof several | {readonly write: string} | {readonly hint: string | undefined};

const write = (address: string): Outcome => ({write: address});
const none: Outcome = {hint: undefined};
const ascii: Outcome = {hint: 'Write it in ASCII characters only.'};
const blank: Outcome = {hint: 'Remove the white space.'};
const noDot: Outcome = {hint: 'The domain after the @ needs a dot, as in example.com.'};
const meant = write('ann@x.example');

function expectOutcome(value: string, outcome: Outcome): void {
	const finding = checkEmail(value);
	if (outcome === 'good') expect(finding, value).toBeUndefined();
	else if (outcome === several) expect(finding, value).toMatchObject({short: 'Several e-mail addresses'});
	else if ('write' in outcome) expect(finding, value).toMatchObject({fixed: outcome.write});
	else {
		expect(finding, value).toMatchObject({code: 'email-address'});
		expect([finding?.fix, finding?.fixed], value).toEqual([outcome.hint, undefined]);
	}
}

/** What the lines of test/cases/emails.csv come to, by last name. */
const outcomes: Readonly<Record<string, Outcome>> = {
	L0: 'good',
	L1: 'good',
	L2: 'good',
	L3: write("o'neil@x.example"),
	L4: 'good',
	L5: write('ann@xn--mnchen-3ya.example'),
	// A local part has no ASCII form: muller, mueller or something else again.
	L6: ascii,
	L7: 'good',
	// No mail server of today takes a dot before the @; dots are not left out by a guess.
	L8: none,
	L9: 'good',
	L10: 'good',
	L11: 'good',
	L12: 'good',
	L13: 'good',
	L14: 'good',
	L15: 'good',
	// Legal, but quotes are nearly always damage of a CSV file, and hardly a server takes them.
	L16: blank,
	// Legal, but links are sent from another machine than the one that could reach it.
	L17: none,
	L18: noDot,
	L19: 'good',
	L20: meant,
	L21: meant,
	L22: meant,
	L23: several,
	L24: several,
	L25: meant,
	L26: none,
	L27: none,
	// A host name has no underscore.
	L28: none,
	L29: meant,
	// The line break is trimmed.
	L30: 'good',
	L31: meant,
	L32: meant,
	L33: meant,
	L34: meant,
	L35: 'good',
	// There is no top-level domain of one letter, nor one with a digit that is no xn--.
	L36: none,
	L37: none,
	L38: none,
	L39: none,
	L40: 'good',
	L41: 'good',
	L42: 'good',
	L43: 'good',
	L44: 'good',
	L45: meant,
};

describe('emails.csv', () => {
	const text = readFileSync(new URL('../cases/emails.csv', import.meta.url), 'utf8');
	const plan = planLines([text]);
	const addresses = new Map([
		...plan.created.map(({user}) => [user.lastName, user.email] as const),
		...plan.problems.map(({who = '', value = ''}) => [who, value] as const),
	]);

	test('has an outcome for each line', () => {
		expect([...addresses.keys()].sort()).toEqual(Object.keys(outcomes).sort());
	});

	test.each(Object.entries(outcomes))('%s', (name, outcome) => {
		expectOutcome(addresses.get(name) ?? '', outcome);
		expect(plan.created.some(({user}) => user.lastName === name)).toBe(outcome === 'good');
	});
});

describe('an e-mail address (rules.md 1.1)', () => {
	test.each([
		['ann@example.com', 'good'],
		['ann.archer+phone@sub.example.co.uk', 'good'],
		['A_B-1@example.org', 'good'],
		[`${'a'.repeat(64)}@x.example`, 'good'],
		[`${'a'.repeat(65)}@x.example`, none],
		[`ann@${'a'.repeat(63)}.example`, 'good'],
		[`ann@${'a'.repeat(64)}.example`, none],
		['ann@xn--80ak6aa92e.xn--p1ai', 'good'],
		['', none],
		['ann', none],
		['ann@', none],
		['@example.com', none],
		['ann@@example.com', none],
		['ann@x-.example', none],
		['ann@127.0.0.1', none],
		['ann@x.example:25', none],
	] as const)('%j', (value, outcome) => expectOutcome(value, outcome));

	test.each([
		[' ann@x.example\n'],
		['ann@x.example,'],
		['ann@x.example; '],
		['ann@x.example; Ann@X.example'.replace('Ann@X', 'ann@x')],
		['ann@ x.example'],
		['ann@\u200bx.example'],
		['ann@x.exa\u0000mple'],
		['ann＠x.example'],
		['ann[at]x.example'],
		['ann (at) x.example'],
		['"ann@x.example"'],
		['"Archer, Ann" <ann@x.example>'],
		['Ann Archer <mailto:ann@x.example>'],
		['mailto:ann@x.example?subject=Phone'],
		['MAILTO:ann@x.example'],
		['ann@x.example (Ann Archer)'],
		['ann@x.example>'],
		['<ann@x.example'],
		['ann@x,example'],
		['ann@x .example'],
		['ann@x. example,'],
		['Ann Archer <ann@x,example>'],
		['mailto:ann@x,example'],
	])('%j means ann@x.example', (value) => expectOutcome(value, meant));

	test.each([
		['Müller <müller@x.example>', ascii],
		['ann@пример.xn--p1ai', write('ann@xn--e1afmkfd.xn--p1ai')],
		['ann@例え.テスト', write('ann@xn--r8jz45g.xn--zckzah')],
		['o’neil@münchen.example', write("o'neil@xn--mnchen-3ya.example")],
		// A name before an address, or a part of it?
		['ann,archer@x.example', none],
		// Is the second word the end of the domain?
		['ann@x.example,de', none],
		['Archer, ann@x.example', blank],
		// Is it ann.archer, annarcher, or a name before the address?
		['ann archer@x.example', blank],
		['Ann Archer ann@x.example', blank],
		['ann@x.example oder ben@x.example', blank],
		['ann@x.example/ben@x.example', none],
		['Ann <ann@x.example>, Ben <ben@x.example>', several],
		['ann@x.example ben@x.example', several],
		['http://x.example/ann', none],
	] as const)('%j', (value, outcome) => expectOutcome(value, outcome));

	test('is checked in no time, whatever it is', () => {
		for (const value of [
			'a'.repeat(20_000),
			`${'a.'.repeat(10_000)}@`,
			'<'.repeat(20_000),
			' '.repeat(20_000),
			' @'.repeat(10_000),
		]) {
			const start = performance.now();
			expect(checkEmail(value)).toBeDefined();
			expect(performance.now() - start).toBeLessThan(500);
		}
	});
});
