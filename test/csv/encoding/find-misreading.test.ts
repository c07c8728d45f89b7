import {describe, expect, test} from 'vitest';
import {decodeBytes, encodeText, makeCodePages} from '../../../source/csv/encoding/code-page.ts';
import {findMisreading, findMistake} from '../../../source/csv/encoding/find-misreading.ts';
import {findForeignWords} from '../../../source/csv/encoding/judge-word.ts';
import type {Repair} from '../../../source/csv/encoding/repair.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {createRandom} from '../../helpers/random.ts';
import {names} from './names.ts';

const pages = makeCodePages();
type PageName = keyof typeof pages;
const everyName = names.flatMap(([, list]) => list);

function findMistakeOf(texts: readonly string[]): Repair | undefined {
	return finishWork(findMistake([...new Set(texts.flatMap(findForeignWords))]));
}

function namesIn(language: string): readonly string[] {
	return names.find(([name]) => name === language)?.[1] ?? [];
}

/** The names of a language that come out otherwise when they are read wrongly, before and after. */
function misread(
	language: string,
	right: PageName | 'utf8',
	wrong: PageName,
): readonly (readonly [string, string])[] {
	return namesIn(language).flatMap((name) => {
		const bytes = right === 'utf8' ? [...new TextEncoder().encode(name)] : encodeText(name, pages[right]);
		const read = bytes === undefined ? name : decodeBytes(bytes, pages[wrong]);
		return read === name ? [] : [[name, read] as const];
	});
}

describe('good names are not doubted', () => {
	test.each(names)('%s: not one by one, nor as a file', (_, list) => {
		const doubted = list.filter((name) => findMisreading(name, findMistakeOf([name])) !== undefined);
		expect(doubted).toEqual([]);
		expect(findMistakeOf(list)).toBeUndefined();
	});

	test('not in a file with names of any two languages, nor of all', () => {
		const wrong = names.flatMap(([one, first]) =>
			names.filter(([, second]) => findMistakeOf([...first, ...second])).map(([other]) => [one, other]),
		);
		expect(wrong).toEqual([]);
		expect(findMistakeOf(everyName)).toBeUndefined();
	});

	test('not in small files with names of any languages', () => {
		const random = createRandom(1);
		const below = (limit: number) => Math.floor(random() * limit);
		const wrong = Array.from({length: 1000}, () =>
			Array.from({length: 1 + below(6)}, () => everyName[below(everyName.length)] ?? ''),
		).filter((list) => findMistakeOf(list) !== undefined);
		expect(wrong).toEqual([]);
	});
});

describe('a file that was read as another code page', () => {
	test.each<readonly [right: PageName, wrong: PageName, languages: readonly string[]]>([
		['mac', 'western', ['German', 'French', 'Spanish', 'Portuguese', 'Danish', 'Swedish', 'Catalan']],
		['dos850', 'western', ['German', 'French', 'Spanish', 'Portuguese', 'Danish', 'Icelandic']],
		['dos437', 'western', ['German', 'French', 'Spanish', 'Swedish']],
		['central', 'western', ['Polish', 'Czech', 'Slovak', 'Hungarian', 'Croatian', 'Romanian']],
		['latin2', 'western', ['Polish', 'Czech', 'Slovak', 'Hungarian', 'Croatian']],
		['cyrillic', 'western', ['Cyrillic']],
		['dos866', 'western', ['Cyrillic']],
		['koi8', 'western', ['Cyrillic']],
		['greek', 'western', ['Greek']],
		['turkish', 'western', ['Turkish']],
		['baltic', 'western', ['Baltic']],
		['western', 'mac', ['German', 'French', 'Spanish', 'Danish', 'Icelandic']],
		['western', 'dos850', ['German', 'French', 'Spanish', 'Danish', 'Swedish']],
		['western', 'dos437', ['German', 'French', 'Spanish', 'Danish', 'Icelandic']],
		['western', 'central', ['French', 'Portuguese', 'Danish', 'Icelandic']],
		['western', 'cyrillic', ['German', 'French', 'Spanish', 'Swedish', 'Dutch']],
	])('%s read as %s', (right, wrong, languages) => {
		for (const language of languages) {
			const pairs = misread(language, right, wrong);
			const mistake = findMistakeOf(pairs.map(([, read]) => read));
			const found = pairs.map(([name, read]) => [name, findMisreading(read, mistake)?.likely]);
			const good = found.filter(([name, likely]) => likely === name);
			const bad = found.filter(([name, likely]) => likely !== undefined && likely !== name);
			expect({language, bad}).toEqual({language, bad: []});
			expect({language, share: good.length / pairs.length}).toEqual({
				language,
				share: expect.toSatisfy((share: number) => share > 0.85),
			});
		}
	});
});

describe('UTF-8 that was read as a code page', () => {
	test.each<readonly [PageName, readonly string[]]>([
		[
			'western',
			[
				'German',
				'French',
				'Portuguese',
				'Icelandic',
				'Polish',
				'Turkish',
				'Vietnamese',
				'Cyrillic',
				'Greek',
				'Eastern',
			],
		],
		['mac', ['German', 'French', 'Spanish', 'Danish', 'Czech', 'Cyrillic']],
		['dos850', ['German', 'French', 'Danish', 'Czech', 'Vietnamese', 'Cyrillic']],
		['dos437', ['German', 'French', 'Danish', 'Polish', 'Cyrillic']],
		['central', ['German', 'Spanish', 'Czech', 'Hungarian', 'Cyrillic']],
		['cyrillic', ['German', 'French', 'Polish', 'Turkish', 'Greek']],
		['turkish', ['German', 'French', 'Turkish', 'Cyrillic']],
	])('%s, each name by itself', (wrong, languages) => {
		for (const language of languages) {
			const pairs = misread(language, 'utf8', wrong);
			const found = pairs.map(([name, read]) => [name, findMisreading(read, undefined)?.likely] as const);
			const bad = found.filter(([name, likely]) => likely !== undefined && likely !== name);
			const good = found.filter(([name, likely]) => likely === name);
			expect({language, bad}).toEqual({language, bad: []});
			expect(good.length / pairs.length).toBeGreaterThan(0.85);
		}
	});

	test.each([
		['JÃ¼rgen', 'Jürgen'],
		['JÃ¼rgen Müller', 'Jürgen Müller'],
		['Müller & MÃ¼ller', 'Müller & Müller'],
		['MÃœLLER', 'MÜLLER'],
		['RenÃ©', 'René'],
		['JosÃ©', 'José'],
		['J├╝rgen', 'Jürgen'],
		['J√ºrgen', 'Jürgen'],
		['JĂĽrgen', 'Jürgen'],
		['Ð˜Ð²Ð°Ð½Ð¾Ð²', 'Иванов'],
		['æ¬§é˜³', '欧阳'],
		['Ã˜stergÃ¥rd', 'Østergård'],
		['JÃƒÂ¼rgen', 'Jürgen'],
		['Ãƒâ€°lodie LefÃƒÂ¨vre', 'Élodie Lefèvre'],
		['JÃƒÆ’Ã‚Â¼rgen', 'Jürgen'],
		['JÃƒÂ¼rgen Müller', 'Jürgen Müller'],
	])('%s', (read, right) => {
		expect(findMisreading(read, undefined)?.likely).toBe(right);
	});
});

describe('a file of few names in a script that is not Latin', () => {
	test.each<readonly [PageName, readonly string[]]>([
		['cyrillic', ['Иван Петров', 'Ольга Сидорова', 'Дмитрий Кузнецов']],
		['cyrillic', ['Наталья Соколова', 'Юрий Гагарин', 'Алёна Жукова', 'Пётр Щукин']],
		['koi8', ['Иван Петров', 'Ольга Сидорова', 'Дмитрий Кузнецов']],
		['greek', ['Γιώργος Παπαδόπουλος', 'Ελένη Νικολάου', 'Δημήτρης Οικονόμου']],
	])('in %s: %j', (page, list) => {
		const read = list.map((name) => decodeBytes(encodeText(name, pages[page]) ?? [], pages.western));
		const mistake = findMistakeOf(read);
		expect(read.map((name) => findMisreading(name, mistake)?.likely)).toEqual(list);
	});
});

describe('one name by itself', () => {
	test.each([
		['M\u0081ller', 'Müller'],
		['RenŽ Noël', undefined],
		['ChloŽ', 'Chloé'],
	])('%s', (read, likely) => {
		expect(findMisreading(read, undefined)?.likely).toBe(likely);
	});

	test('that may come from several code pages is told without a likely reading', () => {
		expect(findMisreading('Ko¿uch', undefined)).toEqual({mistake: undefined, likely: undefined});
	});
});
