import {describe, expect, it} from 'vitest';
import {
	backgroundOf,
	colorDepthOf,
	hasStyles,
	isColorCode,
	prepareColorEnvironment,
	wantsColor,
} from '../../../source/terminal/frames/color-support.ts';

describe('prepareColorEnvironment', () => {
	it.each<[Readonly<Record<string, string>>, string | undefined]>([
		[{TERM: 'putty'}, '1'],
		[{TERM: 'tmux'}, '1'],
		[{TERM: 'foot'}, '1'],
		[{TERM: 'xterm-256color'}, undefined],
		[{TERM: 'putty-256color'}, undefined],
		[{TERM: 'linux'}, undefined],
		[{TERM: 'foot', COLORTERM: 'truecolor'}, undefined],
		[{TERM: 'xterm', CI: 'true'}, '1'],
		[{TERM: 'dumb'}, undefined],
		[{}, undefined],
		[{TERM: 'putty', FORCE_COLOR: '0'}, '0'],
	])('%j gets FORCE_COLOR %s', (given, forced) => {
		const env: Record<string, string | undefined> = {...given};
		prepareColorEnvironment(env);
		expect(env.FORCE_COLOR).toBe(forced);
	});
});

describe('hasStyles', () => {
	it.each<[Readonly<Record<string, string>>, boolean]>([
		[{TERM: 'xterm'}, true],
		[{TERM: 'putty', FORCE_COLOR: '1'}, true],
		[{TERM: 'dumb', FORCE_COLOR: '1'}, true],
		[{TERM: 'xterm', NO_COLOR: '1'}, true],
		[{TERM: 'dumb'}, false],
		[{}, false],
		[{TERM: 'xterm', FORCE_COLOR: '0'}, false],
		[{TERM: 'xterm', FORCE_COLOR: 'false'}, false],
	])('%j: %s', (env, has) => {
		expect(hasStyles(env)).toBe(has);
	});
});

describe('wantsColor', () => {
	it.each([
		[{}, true],
		[{NO_COLOR: ''}, true],
		[{NO_COLOR: '1'}, false],
	])('%j: %s', (env, wanted) => {
		expect(wantsColor(env)).toBe(wanted);
	});
});

describe('isColorCode', () => {
	it.each(['30', '37', '40', '90', '97', '100', '107', '38;5;1', '48;2;1;2;3', '58;5;1'])(
		'%s is one',
		(code) => {
			expect(isColorCode(`\u001b[${code}m`)).toBe(true);
		},
	);

	it.each(['0', '1', '2', '3', '4', '7', '9', '22', '27', ''])('%j is none', (code) => {
		expect(isColorCode(`\u001b[${code}m`)).toBe(false);
	});
});

describe('colorDepthOf', () => {
	it.each<[Readonly<Record<string, string>>, number]>([
		[{TERM: 'linux'}, 8],
		[{TERM: 'xterm'}, 8],
		[{TERM: 'screen', FORCE_COLOR: '1'}, 8],
		[{TERM: 'xterm', COLORTERM: 'truecolor'}, 256],
		[{TERM: 'xterm-256color'}, 256],
		[{TERM: 'tmux-256color'}, 256],
		[{TERM: 'xterm-direct'}, 256],
		[{TERM: 'xterm-256color', FORCE_COLOR: '1'}, 16],
		[{TERM: 'alacritty', FORCE_COLOR: '1'}, 16],
		[{}, 16],
	])('%j: %i', (env, depth) => {
		expect(colorDepthOf(env)).toBe(depth);
	});
});

describe('backgroundOf', () => {
	it.each<[string | undefined, string | undefined]>([
		['15;0', 'dark'],
		['0;15', 'light'],
		['0;default;7', 'light'],
		['15;default', undefined],
		[undefined, undefined],
	])('COLORFGBG=%s: %s', (told, background) => {
		expect(backgroundOf(told === undefined ? {} : {COLORFGBG: told})).toBe(background);
	});
});
