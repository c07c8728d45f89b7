import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {handOutChunks, handOutForm} from '../../../source/domain/hand-out/format-hand-out.ts';
import {describeHandOut, describeWithoutPin, withPin} from '../../../source/domain/hand-out/slip.ts';
import {nameIds} from '../../../source/domain/query/id-ranges.ts';
import type {User} from '../../../source/domain/user.ts';
import {textWidth} from '../../../source/terminal/text/text-width.ts';
import {makeUser} from '../make-sheet.ts';

const text = (...users: readonly User[]) => [...handOutChunks(users, 'text')].join('');
const html = (...users: readonly User[]) => [...handOutChunks(users, 'html')].join('');
const ann = makeUser(7, {
	firstName: 'Ann',
	lastName: 'Archer',
	email: 'ann@example.com',
	directoryNumber: '2001',
	deploymentPin: '004829',
	serviceUser: 'ann.archer',
	serviceHost: 'mcs.example.com',
	pbxSipPassword: 'secret-1',
	servicePassword: 'secret-2',
	voicemailPin: '9911',
});

describe('a slip', () => {
	it('has name, number and PIN, and nothing else (rules.md 5.6)', () => {
		const lines = text(ann).split('\n');
		expect(lines.slice(0, 5)).toEqual(['', '  Name    Ann Archer', '  Number  2001', '  PIN     004829', '']);
		expect(lines[5]).toMatch(/^(- )+-$/);
		expect(lines.slice(6)).toEqual(['']);
		for (const whole of [text(ann), html(ann)])
			for (const other of [
				'ann@',
				'ann.archer',
				'example.com',
				'secret',
				'9911',
				'http:',
				'https:',
				'mailto',
				'img',
			])
				expect(whole).not.toContain(other);
	});

	it.each([
		['the device number where there is no other', {directoryNumber: '', pbxSipUser: '4711'}, 'Number  4711'],
		['no line for a number that is not there', {directoryNumber: ''}, 'Archer\n  PIN '],
		['no e-mail address for a name', {firstName: '', lastName: ''}, 'Name    User 7\n'],
		['a bidi override as a symbol', {lastName: '\u202eArcher'}, 'Name    Ann ‹U+202E›Archer\n'],
		['a line break as a symbol', {lastName: 'A\nPIN 1'}, 'Name    Ann A␊PIN 1\n'],
	])('has %s', (_, values, expected) => {
		expect(text({...ann, ...values})).toContain(expected);
	});

	it('escapes what HTML would read as its own', () => {
		const page = html({...ann, lastName: `<script>alert("1")</script> & O'Neill`});
		expect(page).toContain(
			'<bdi>Ann &#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; O&#39;Neill</bdi>',
		);
		expect(page).not.toContain('<script');
	});
});

describe('the text', () => {
	it('has no line over 64 terminal cells, and no page over 60 lines, and no page break in a slip', () => {
		const name = fc.oneof(
			fc.string({unit: 'grapheme'}),
			fc.constantFrom('欧阳'.repeat(30), 'Ann '.repeat(40)),
		);
		fc.assert(
			fc.property(fc.array(name, {minLength: 1, maxLength: 60}), (names) => {
				const users = names.map((lastName, index) => ({...ann, id: index + 1, lastName}));
				const pages = text(...users).split('\f');
				for (const page of pages) {
					const lines = page.split('\n').slice(0, -1);
					expect(lines.length).toBeLessThanOrEqual(60);
					expect(lines.at(-1)).toMatch(/^(- )+-$/);
					for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(64);
				}
				expect(pages.join('').match(/ {2}PIN {5}004829\n/g)).toHaveLength(users.length);
			}),
		);
	});

	it('has ten slips of six lines on a page', () => {
		const pages = text(...Array.from({length: 21}, () => ann)).split('\f');
		expect(pages.map((page) => page.match(/PIN/g)?.length)).toEqual([10, 10, 1]);
	});
});

it('the page keeps its slips whole and loads nothing', () => {
	const page = html(ann, ann);
	expect(page.match(/<dl class="slip">/g)).toHaveLength(2);
	expect(page).toContain('break-inside: avoid');
	expect(page).toContain("default-src 'none'");
});

it.each([
	['pins.html', 'html'],
	['PINS.HTM', 'html'],
	['pins.txt', 'text'],
	['-', 'text'],
	['html', 'text'],
] as const)('%s asks for %s', (file, form) => {
	expect(handOutForm(file)).toBe(form);
});

it('is named in the history with whom it is for, and never with a PIN', () => {
	const users = [3, 1, 2, 9].map((id) => ({...ann, id}));
	expect(describeHandOut(users)).toBe('Hand-out of 4 PINs: ID 1-3, 9');
	expect(describeHandOut([ann])).toBe('Hand-out of 1 PIN: ID 7');
});

it('leaves out users without a PIN, and says how many', () => {
	expect(withPin([ann, {...ann, deploymentPin: ''}])).toEqual([ann]);
	expect(describeWithoutPin(2, 2)).toBeUndefined();
	expect(describeWithoutPin(3, 2)).toBe('1 user has no PIN, and is left out.');
	expect(describeWithoutPin(3, 0)).toBe('3 users have no PIN, and are left out.');
});

it('names many IDs in a few words', () => {
	expect(nameIds([5])).toBe('ID 5');
	expect(nameIds(Array.from({length: 5000}, (_, index) => index + 1))).toBe('ID 1-5000');
	expect(nameIds(Array.from({length: 50}, (_, index) => 2 * index))).toMatch(/^ID 0, 2, .* 38, …$/);
});
