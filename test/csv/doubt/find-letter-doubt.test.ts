import {describe, expect, test} from 'vitest';
import {findLetterDoubt} from '../../../source/csv/doubt/find-letter-doubt.ts';
import type {FieldKey} from '../../../source/domain/field.ts';
import {storedField} from '../../../source/domain/field-lists.ts';

const noMistakes = {file: undefined, strays: undefined};

function doubtOf(
	raw: string,
	stored = '',
	key: FieldKey = 'lastName',
	isMisread = false,
): readonly unknown[] {
	const field = storedField(key);
	const cell = {field, raw, value: field.kind === 'secret' ? raw : raw.trim(), stored, isMisread};
	const doubt = findLetterDoubt(cell, noMistakes);
	return doubt === undefined ? [] : [doubt.finding.code, doubt.likely];
}

describe('rules.md 4.5: a cell by itself', () => {
	test.each<readonly [string, string, readonly unknown[]]>([
		['MÃ¼ller', '', ['misread-letters', 'Müller']],
		['MÃ¼ller', 'Müller', ['misread-letters', 'Müller']],
		['VoilÃ\u00a0', '', ['misread-letters', 'Voilà']],
		['M?ller', '', ['letters-lost', undefined]],
		['M?ller', 'Müller', ['letters-lost', 'Müller']],
		['M??ller', 'Müller', ['letters-lost', 'Müller']],
		['M?ller', 'Miller', ['letters-lost', undefined]],
		['M\ufffdller', '', ['letters-lost', undefined]],
		['M\ufffdller', 'Müller', ['letters-lost', 'Müller']],
		['?lodie', 'Élodie', ['letters-lost', 'Élodie']],
		['?ukasz', '', ['letters-lost', undefined]],
		['?????? ???', '', ['letters-lost', undefined]],
		['?????? ???', 'Иванов Лев', ['letters-lost', 'Иванов Лев']],
		['M&uuml;ller', '', ['misread-letters', 'Müller']],
		['M&amp;uuml;ller &amp; Co', '', ['misread-letters', 'Müller & Co']],
		['O&#39;Neill', '', ['misread-letters', "O'Neill"]],
		['&#x141;ukasz', '', ['misread-letters', 'Łukasz']],
		['R&D; Lab', '', []],
		['A & B; C', '', []],
		['x&#xd800;', '', []],
		['Kšhler', '', []],
		['Kšhler', 'Köhler', ['misread-letters', 'Köhler']],
		['Wêgrzyn', '', []],
		['Wêgrzyn', 'Węgrzyn', ['misread-letters', 'Węgrzyn']],
		['Müller', 'MÃ¼ller', []],
		['Who?', '', []],
		['Müller', 'Muller', []],
		['Muller', 'Müller', []],
	])('%s over "%s"', (raw, stored, doubt) => {
		expect(doubtOf(raw, stored)).toEqual(doubt);
	});

	test.each<readonly [string, string, readonly unknown[]]>([
		['PaÃ¼', '', []],
		['a?b', '', []],
		['a&amp;b', '', []],
		['a&amp;b', 'a&b', ['misread-letters', 'a&b']],
		['PaÃ¼', 'Paü', ['misread-letters', 'Paü']],
		['Pa\ufffd', '', ['letters-lost', undefined]],
	])('the password %s over "%s"', (raw, stored, doubt) => {
		expect(doubtOf(raw, stored, 'pbxSipPassword')).toEqual(doubt);
	});

	test('bytes that are no UTF-8 are told in a password, too, and their value is not', () => {
		const cell = {
			field: storedField('pbxSipPassword'),
			raw: 'pÄss',
			value: 'pÄss',
			stored: '',
			isMisread: true,
		};
		const doubt = findLetterDoubt(cell, noMistakes);
		expect(doubt).toMatchObject({likely: 'pÄss', finding: {code: 'stray-bytes'}});
		expect(JSON.stringify(doubt?.finding)).not.toContain('pÄss');
	});

	test('bytes that are no UTF-8 and read as the stored value are that', () => {
		expect(doubtOf('MŸller', 'Müller', 'lastName', true)).toEqual(['stray-bytes', 'Müller']);
		expect(doubtOf('Müller', '', 'lastName', true)).toEqual(['stray-bytes', 'Müller']);
	});
});
