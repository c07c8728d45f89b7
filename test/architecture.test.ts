import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {keymaps} from '../source/app/keymap/keymaps.ts';
import {sheetKeys} from '../source/app/keymap/sheet-keys.ts';
import {commands} from '../source/app/loop/command-table.ts';
import {findClashes} from '../source/app/loop/find-clashes.ts';
import {screenTable} from '../source/app/screens/screen-table.ts';
import {csvFields as fields} from '../source/domain/field-lists.ts';
import {findCircles} from './helpers/find-circles.ts';

const root = new URL('..', import.meta.url).pathname;

type SourceFile = {readonly name: string; readonly text: string; readonly imports: readonly string[]};

function readFolder(folder: string): readonly SourceFile[] {
	return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => {
			const file = path.posix.join(folder, name);
			const text = readFileSync(path.join(root, file), 'utf8');
			const found = [...text.matchAll(/(?:\bfrom\s+|(?<!')\bimport\s*\(?\s*)'([^']+)'/g)].map(
				(match) => match[1] ?? '',
			);
			const imports = found.map((target) =>
				target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
			);
			return {name: file, text, imports};
		});
}

const source = readFolder('source');
const layerOf = (file: string) => file.split('/')[1] ?? '';

/** Each layer, and those that it may import. */
const layers: Readonly<Record<string, readonly string[]>> = {
	terminal: [],
	domain: ['terminal'],
	csv: ['terminal', 'domain'],
	store: ['terminal', 'domain'],
	files: ['domain'],
	mail: ['domain', 'files'],
	app: ['terminal', 'domain', 'csv'],
	shell: ['terminal', 'domain', 'csv', 'store', 'files', 'mail', 'app'],
	ui: ['terminal', 'domain', 'csv', 'app', 'shell'],
	cli: ['terminal', 'domain', 'csv', 'store', 'files', 'mail', 'app', 'shell', 'ui'],
	'cli.ts': ['cli'],
};

describe('layers', () => {
	it.each(source.map((file) => [file.name, file] as const))('%s imports only to its left', (name, file) => {
		const layer = layerOf(name);
		const allowed = [...(layers[layer] ?? []), layer];
		const others = file.imports.filter(
			(target) => target.startsWith('source/') && !allowed.includes(layerOf(target)),
		);
		expect(others).toEqual([]);
	});

	it('has a folder for the terminal that could be a package', () => {
		const packages = /^(?:source\/terminal\/|node:|ink$|react$|string-width$|@alcalzone\/ansi-tokenize$)/;
		const targets = source.filter(({name}) => layerOf(name) === 'terminal').flatMap(({imports}) => imports);
		expect(targets.filter((target) => !packages.test(target))).toEqual([]);
	});

	it('has no circles among its files, types included', () => {
		const circle = new Map(Object.entries({a: ['b', 'd'], b: ['c'], c: ['b', 'd'], d: [], e: ['e']}));
		expect(findCircles(circle)).toEqual([['b', 'c'], ['e']]);
		expect(findCircles(new Map(source.map(({name, imports}) => [name, imports])))).toEqual([]);
	});

	it.each(['terminal', 'domain', 'csv', 'store', 'files', 'mail', 'app', 'shell', 'ui', 'cli'])(
		'%s has no circles among its folders and the files beside them',
		(layer) => {
			// Each screen is a room of its own, and so is the queue, which the model is made of.
			const room = /^source\/app\/(?:screens\/[^/]+|saving\/queue)|^(?:[^/]+\/){2}[^/]+/;
			const roomOf = (name: string) => room.exec(name)?.[0] ?? name;
			const own = source.filter(({name}) => layerOf(name) === layer);
			const rooms = Map.groupBy(own, ({name}) => roomOf(name));
			const imports = [...rooms].map(([room, files]) => {
				const targets = files.flatMap((file) => file.imports.map(roomOf));
				return [room, targets.filter((target) => target !== room)] as const;
			});
			expect(findCircles(new Map(imports))).toEqual([]);
		},
	);

	it('knows a screen by its name only in the folder of that screen, and in the tables', () => {
		const names = Object.keys(screenTable).join('|');
		const asks = new RegExp(`\\.?name\\)? [!=]== '(${names})'`, 'g');
		const found = source
			.filter(({name}) => /^source\/(?:app|ui|shell)\//.test(name))
			.flatMap(({name, text}) =>
				[...text.matchAll(asks)]
					.filter(([, screen]) => !name.includes(`/${screen}/`))
					.map(([what]) => `${name}: ${what}`),
			);
		expect(found).toEqual([]);
	});

	it.each(['domain', 'csv', 'app'])('%s is pure: no Node, no React, no clock, no random numbers', (layer) => {
		const impure = source
			.filter((file) => layerOf(file.name) === layer)
			.filter(
				(file) =>
					file.imports.some((target) => /^(node:|ink|react|conf)/.test(target)) ||
					/Math\.random|Date\.now|new Date|performance\.now|process\./.test(file.text),
			);
		expect(impure.map((file) => file.name)).toEqual([]);
	});

	it('has keymaps that know nothing but what keys are called', () => {
		const keymapFiles = source.filter(({name}) => name.startsWith('source/app/keymap/'));
		const others = keymapFiles
			.flatMap(({imports}) => imports)
			.filter((target) => !target.startsWith('source/app/keymap/') && target !== 'source/app/key.ts');
		expect(keymapFiles.length).toBeGreaterThan(0);
		expect(others).toEqual([]);
	});

	it('has a queue of changes that knows no screen, no key and no text', () => {
		const queueFiles = source.filter(({name}) => name.startsWith('source/app/saving/queue/'));
		const others = queueFiles
			.flatMap(({imports}) => imports)
			.filter((target) => !/^source\/(?:domain|csv|app\/saving\/queue)\//.test(target));
		expect(queueFiles.length).toBeGreaterThan(0);
		expect(others).toEqual([]);
	});

	it('has no effect that steers and one place where keys come in', () => {
		const withKeys = source
			.filter((file) => /\buseInput\b|\buseKeys\(/.test(file.text))
			.map((file) => file.name);
		expect(withKeys.sort()).toEqual(['source/terminal/input/use-keys.ts', 'source/ui/app.tsx']);
		const withState = source.filter((file) => /\buseState\b|\buseReducer\b/.test(file.text));
		expect(withState.map((file) => file.name)).toEqual([]);
	});
});

/** Places where an array is spread into a call: beyond about 120,000 items that overflows the stack. */
function findSpreadCalls({name, text}: SourceFile): readonly string[] {
	const open: number[] = [];
	const found: string[] = [];
	for (const match of text.matchAll(/\.\.\.|[()[\]{}]/g)) {
		const [sign] = match;
		if ('([{'.includes(sign)) open.push(match.index);
		else if (')]}'.includes(sign)) open.pop();
		else {
			const start = open.at(-1) ?? 0;
			const isCall = text[start] === '(' && /[\w\])>]$/.test(text.slice(0, start));
			// A parameter that takes the rest, a tuple that is written out, or dots in a text.
			const isOther = /^\.\.\.(?:\w+:|[>'[{])/.test(text.slice(match.index, match.index + 60));
			if (isCall && !isOther) found.push(`${name}:${text.slice(0, match.index).split('\n').length}`);
		}
	}
	return found;
}

describe('calls', () => {
	it('get no array of unbounded length spread into them', () => {
		expect(findSpreadCalls({name: 'x', text: 'list.push(...items)', imports: []})).toEqual(['x:1']);
		expect(source.flatMap(findSpreadCalls)).toEqual([]);
	});
});

describe('rules', () => {
	const rules = readFileSync(path.join(root, 'source/domain/rules.md'), 'utf8');
	const numbers = new Set(
		rules.split(/^## (?=\d)/m).flatMap((section) => {
			const [, within = ''] = /^(\d)\./.exec(section) ?? [];
			const numbered = [...section.matchAll(/^(?:\*\*(\d\.\d+)\*\*|(\d+)\. (?!.*^## ))/gm)];
			return [within, ...numbered.map(([, whole, item]) => whole ?? `${within}.${item}`)];
		}),
	);

	it.each(
		[...source, ...readFolder('test')]
			.filter(({text}) => text.includes('rules.md '))
			.map((file) => [file.name, file]),
	)('%s cites rules that exist', (_, {text}) => {
		const cited = [...text.matchAll(/rules\.md ((?:\d+(?:\.\d+)?(?:, | and | to )?)+)/g)].flatMap(
			([, list = '']) => list.split(/, | and | to /).filter(Boolean),
		);
		expect(cited.filter((number) => !numbers.has(number))).toEqual([]);
	});
});

describe('sizes', () => {
	it.each([
		['source', 250],
		['test', 400],
	] as const)('no file in %s has over %i lines', (folder, most) => {
		const long = readFolder(folder)
			.map((file) => [file.name, file.text.split('\n').length - 1] as const)
			.filter(([, lines]) => lines > most);
		expect(long).toEqual([]);
	});
});

describe('the command table', () => {
	it('has every ID once', () => {
		const ids = commands.map((command) => command.id);
		expect(ids).toEqual([...new Set(ids)]);
		expect(ids.toSorted()).toEqual(Object.keys(sheetKeys).toSorted());
	});

	const maps = Object.entries(keymaps);

	it.each(maps)(
		'binds no key twice in one context with %s keys, and no text where text is typed',
		(_, keymap) => {
			expect(findClashes(keymap)).toEqual([]);
		},
	);

	it.each(commands.map((command) => [command.id, command] as const))('%s can be found', (_id, command) => {
		expect(command.id).toMatch(/^[a-z]+\.[a-z-]+$/);
		expect(command.title).toMatch(/^[A-Z].*[^.]$/);
		expect(command.when.length).toBeGreaterThan(0);
		if (command.short !== undefined) expect(sheetKeys[command.id].length).toBeGreaterThan(0);
	});

	it('leaves what a terminal or a multiplexer takes away as a second key only', () => {
		const risky = ['f1', 'f10', 'f11', 'ctrl+s', 'ctrl+q', 'ctrl+b', 'ctrl+v', 'ctrl+p'];
		const alone = commands.filter(
			(command) =>
				sheetKeys[command.id].length > 0 &&
				sheetKeys[command.id].every((key) => risky.includes(key)) &&
				!commands.some(
					(other) => other !== command && other.title === command.title && sheetKeys[other.id].length > 0,
				),
		);
		// Each of these can also be run from the palette, or by a button of the form.
		expect(alone.map((command) => command.id)).toEqual([
			'store.retry',
			'form.save',
			'cells.paste',
			'app.quit',
		]);
	});
});

describe('the field table', () => {
	it('has every header and alias once', () => {
		const names = fields
			.flatMap((field) => [field.header, ...field.aliases, ...field.foreign])
			.map((name) => name.toLowerCase());
		expect(names).toEqual([...new Set(names)]);
	});

	it('may get another field without a test losing its way: none counts its steps to a far column, field or option', () => {
		const way =
			/'((?:\w+\.)?(?:option-)?(?:left|right|tab|shift\+tab|up|down|next|previous))'(?:,\s*'\1'){4}/;
		const counted = readFolder('test').filter(({text}) => way.test(text));
		expect(counted.map(({name}) => name)).toEqual([]);
	});
});
