import {describe, expect, it} from 'vitest';
import {themeColorsFor} from '../../source/ui/theme-colors.ts';

/** The share of light of a colour of the 256, from 0 for black to 1 for white (WCAG). */
function luminanceOf(color: string): number {
	const number = Number(/^ansi256\((\d+)\)$/.exec(color)?.[1]);
	const cube = [0, 95, 135, 175, 215, 255];
	const place = number - 16;
	const parts = [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => {
		const value = (cube[step] ?? 0) / 255;
		return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const [red = 0, green = 0, blue = 0] = parts;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
	return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe('256 colours', () => {
	it.each([
		['dark', [0]],
		['light', [1]],
		[undefined, [0, 1]],
	] as const)('can be read on a background that is %s', (background, luminances) => {
		for (const [meaning, color] of Object.entries(themeColorsFor(256, background)))
			for (const luminance of luminances)
				expect(contrast(luminanceOf(color), luminance), meaning).toBeGreaterThan(3);
	});
});

describe.each([8, 16, 256] as const)('%i colours', (depth) => {
	it.each(['dark', 'light', undefined] as const)(
		'tell what is new, changed, doubtful and wrong: %s',
		(background) => {
			const colors = themeColorsFor(depth, background);
			expect(new Set([colors.new, colors.changed, colors.warning, colors.bad]).size).toBe(4);
			if (depth === 8) expect(Object.values(colors).join()).not.toMatch(/Bright|256/);
			if (depth === 16) expect(Object.values(colors).join()).not.toMatch(/256/);
			if (background === 'light') expect(Object.values(colors).join()).not.toMatch(/yellow|cyan/);
		},
	);
});
