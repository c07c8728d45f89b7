import {describe, expect, test} from 'vitest';
import {compileWord, equalityKey, searchText} from '../../source/domain/compare-text.ts';
import {defaultProfile, findProfile, nearestNamed} from '../../source/domain/profile.ts';

const decompose = (text: string): string => text.normalize('NFD');

describe('names that are one name', () => {
	test.each([
		['case', 'Ann Archer', 'ANN ARCHER'],
		['outer space, a no-break one too', ' Sales\u00a0', 'sales'],
		['composed and decomposed', 'Zürich', decompose('Zürich')],
		['decomposed and in capitals', 'Ångström', decompose('ÅNGSTRÖM')],
		['two accents in another order', 'ệ', 'e\u0302\u0323'],
		['Vietnamese', 'Nguyễn Thị Đặng', decompose('NGUYỄN THỊ ĐẶNG')],
		['Polish', 'Łukasz Świątek', decompose('ŁUKASZ ŚWIĄTEK')],
		['Greek with its final sigma', 'Νίκος', 'ΝΊΚΟΣ'],
		['Greek with two marks', 'ΐ', decompose('Ϊ́')],
		['Turkish in Turkish capitals', 'ışık', 'IŞIK'],
		['Turkish in English capitals', 'İpek', 'IPEK'],
		['German in capitals', 'Straße', 'STRASSE'],
		['German with the capital ß', 'Straße', 'STRAẞE'],
		['a ligature', 'Griﬃn', 'GRIFFIN'],
		['Korean', '김', decompose('김')],
		['the sign for ångström', '\u212b', 'å'],
	])('%s', (_, one, other) => {
		expect(equalityKey(one)).toBe(equalityKey(other));
	});

	test.each([
		['Muller', 'Müller'],
		['Mueller', 'Müller'],
		['Nunez', 'Nuñez'],
		['Łukasz', 'Lukasz'],
		['Anna', 'Ann'],
		['o e', 'oe'],
		['Д', 'D'],
	])('%s is not %s', (one, other) => {
		expect(equalityKey(one)).not.toBe(equalityKey(other));
	});
});

describe('what a filter finds', () => {
	test.each([
		['mueller', 'Müller'],
		['muller', 'Müller'],
		['Müller', 'Mueller'],
		['Müller', 'Muller'],
		[decompose('Müller'), 'Müller'],
		['müller', decompose('Müller')],
		['strasse', 'Straße'],
		['Straße', 'STRASSE'],
		['soren', 'Søren'],
		['soeren', 'Søren'],
		['agard', 'Ågård'],
		['aagaard', 'Ågård'],
		['Ågård', 'Aagaard'],
		['kuehnhöfer', 'Kuehnhöfer'],
		['kühnhöfer', 'Kuehnhoefer'],
		['lukasz', 'Łukasz'],
		['nguyen', 'Nguyễn'],
		['dang', 'Đặng'],
		['Nguyễn', 'nguyen'],
		['ilgaz', 'ILGAZ'],
		['ışık', 'IŞIK'],
		['istanbul', 'İstanbul'],
		['νικοσ', 'Νίκος'],
		['νίκος', 'Νικοσία'],
		['francois', 'François'],
		['nunez', 'Nuñez'],
		['aelfric', 'Ælfric'],
		['thor', 'Þór'],
		['ann', 'Ａｎｎ'],
		['Дмитрий', 'ДМИТРИЙ'],
		['김', '김민준'],
		['jürgen müller', 'Mueller\nJuergen'],
	])('%s finds %s', (filter, text) => {
		expect(filter.split(' ').every((word) => compileWord(word)(searchText(text)))).toBe(true);
	});

	test.each([
		['joe', 'John'],
		['mueller', 'Muller'],
		['sue', 'Susan'],
		['ann ben', 'Ann'],
		['д', 'D'],
	])('%s does not find %s', (filter, text) => {
		expect(filter.split(' ').every((word) => compileWord(word)(searchText(text)))).toBe(false);
	});
});

describe('rules.md 3.5: profiles', () => {
	const zurich = {...defaultProfile, name: 'Zürich'};

	test('are found however their names are composed', () => {
		expect(findProfile([defaultProfile, zurich], decompose(' ZÜRICH '))).toBe(zurich);
	});

	test('are told apart by their exact names where an older sheet has both', () => {
		const other = {...zurich, name: decompose(zurich.name), remoteMbg: true};
		expect(findProfile([zurich, other], zurich.name)).toBe(zurich);
		expect(findProfile([zurich, other], other.name)).toBe(other);
		expect(findProfile([zurich, other], 'zürich')).toBe(zurich);
	});

	test('the nearest one counts letters, not accents beside them', () => {
		expect(nearestNamed([defaultProfile, zurich], decompose('Zürihc'))).toBe(zurich);
		expect(nearestNamed([{...defaultProfile, name: '😀😀😀😀'}], 'Sales')).toBeUndefined();
	});
});
