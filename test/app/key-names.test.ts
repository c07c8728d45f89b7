import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {keyLabel} from '../../source/app/key.ts';
import {sheetKeys} from '../../source/app/keymap/sheet-keys.ts';

const root = new URL('../..', import.meta.url).pathname;

/** Where the names of keys come from: what the terminal sends, and what the keymaps make of it. */
const namers = ['source/app/key.ts', 'source/app/keymap/', 'source/terminal/'];

/** Names of keys that are words of other texts as well. */
const words = ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Delete', '?', '/', ':'];

const labels = Object.values(sheetKeys)
	.flat()
	.map(keyLabel)
	.filter((label) => !words.includes(label) && !/^[a-z]$/.test(label));
const named = new RegExp(
	`(?<![\\w+{])(?:(?:Ctrl|Shift|Alt)\\+\\w+|F\\d+|${labels.filter((label) => !label.includes('+')).join('|')})(?![\\w+}])`,
);

function findKeyNames(text: string): readonly string[] {
	const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\\p\{\w\}/gm, '');
	const literals = code.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|>[^<>{}=;]*</g) ?? [];
	return literals.filter((literal) => named.test(literal));
}

describe('a text that names a key', () => {
	it.each([
		["'Ctrl+Z brings back.'", true],
		["'Press Shift+F3.'", true],
		["'F5 imports a file.'", true],
		['`Filter: Esc takes it away`', true],
		["'N throws it away.'", true],
		['<Text>Y</Text>', true],
		["'Delete 12 users'", false],
		["'U+202E'", false],
		["// 'Esc' ends it", false],
	])('is found: %s', (text, isFound) => {
		expect(findKeyNames(text).length > 0).toBe(isFound);
	});

	it.each(['source/app', 'source/ui'])('asks the keymap for it, everywhere in %s', (folder) => {
		const files = readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
			.map((name) => path.posix.join(folder, name))
			.filter((name) => /\.tsx?$/.test(name) && !namers.some((namer) => name.startsWith(namer)));
		const found = files.map(
			(name) => [name, findKeyNames(readFileSync(path.join(root, name), 'utf8'))] as const,
		);
		expect(found.filter(([, texts]) => texts.length > 0)).toEqual([]);
	});
});
