import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cutDifference} from '../../../source/terminal/text/text-difference.ts';
import {cutMiddle, textWidth} from '../../../source/terminal/text/text-width.ts';

describe('before and after in few cells', () => {
	it.each([
		['ann@old.example', 'ann@new.example', 40, 'ann@old.example → ann@new.example'],
		['ann.archer@old.example', 'ann.archer@new.example', 30, '…@old.example → …@new.example'],
		['ann.archer@old.example', 'ann.archer@new.example', 14, '…old… → …new…'],
		['Wolfeschlegelstein', 'Wolfeschlegelsteins', 20, '…elstein → …elsteins'],
		['王', '王小明欧阳修欧阳修欧阳修', 20, '王 → 王小明欧阳修欧…'],
		['ann.baker@example.com', 'ann.baker.long@example.com', 20, '…r@ex… → …r.long@ex…'],
		['Archibaldson', 'McArchibaldson', 14, 'Arc… → McArc…'],
		['2001', '', 20, '2001 → empty'],
		['', 'employee', 20, 'empty → employee'],
		['a long value before', 'quite another one', 21, 'a long v… → quite an…'],
		['x', 'quite another value that is long', 20, 'x → quite another v…'],
		['北京市朝阳区第一小学', '北京市朝阳区第二小学', 20, '…一小学 → …二小学'],
		['Zoé\u0301e Zimmermann', 'Zoé\u0301a Zimmermann', 16, '…e Zi… → …a Zi…'],
	])('%j, %j in %i cells', (before, after, width, shown) => {
		expect(cutDifference(before, after, width)).toBe(shown);
	});

	it('never is wider than its room, whatever the values are made of', () => {
		const value = fc.string({
			unit: fc.constantFrom('a', 'b', '王', '👩‍👩‍👧‍👦', 'e\u0301', '\u001b', ' '),
			maxLength: 40,
		});
		fc.assert(
			fc.property(value, value, fc.integer({min: 1, max: 60}), (before, after, width) => {
				expect(textWidth(cutDifference(before, after, width))).toBeLessThanOrEqual(width);
			}),
		);
	});
});

it.each([
	['Email address', 13, 'Email address'],
	['MiCollab Client Service password', 13, 'MiColl…ssword'],
	['北京市朝阳区', 8, '北京…区'],
	['abc', 1, '…'],
	['abc', 0, ''],
])('a name with its middle left out: %j in %i cells', (text, width, shown) => {
	expect(cutMiddle(text, width)).toBe(shown);
});
