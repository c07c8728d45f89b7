import type {IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';

/**
 * Widths for the emulator as a present-day terminal has them: an emoji is two cells, and what joins to one grapheme is
 * one character. Left alone, the emulator does as old terminals do.
 */
export const modernWidths: IUnicodeVersionProvider = {
	version: 'modern',
	wcwidth: codePointWidth,
	charProperties(codePoint, preceding) {
		const before = unpack(preceding);
		const own = codePointWidth(codePoint);
		const flag = flagOf(codePoint);
		const joins =
			preceding !== 0 &&
			before.width > 0 &&
			(own === 0 ||
				before.flag === flags.joiner ||
				(flag === flags.region && before.flag === flags.region) ||
				flag === flags.skin);
		if (!joins) return pack(flag, own, false);
		// Two regional indicators are a flag; the third begins the next one.
		const next = flag === flags.region ? flags.none : flag === flags.none && own === 0 ? before.flag : flag;
		const isWide = codePoint === 0xfe0f || (flag === flags.region && before.flag === flags.region);
		const width = isWide ? 2 : Math.max(before.width, own);
		return pack(next, width, true);
	},
};

const flags = {none: 0, joiner: 1, region: 2, skin: 3};

function flagOf(codePoint: number): number {
	if (codePoint === 0x200d) return flags.joiner;
	if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return flags.region;
	return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff ? flags.skin : flags.none;
}

function codePointWidth(codePoint: number): 0 | 1 | 2 {
	if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return 0;
	if (codePoint < 0x300) return 1;
	const width = stringWidth(String.fromCodePoint(codePoint));
	return width === 0 ? 0 : width === 1 ? 1 : 2;
}

/** As the emulator packs them: its own type for it is not exported. */
function pack(flag: number, width: number, joins: boolean): number {
	return (flag << 3) | ((width & 3) << 1) | (joins ? 1 : 0);
}

function unpack(properties: number) {
	return {flag: properties >> 3, width: (properties >> 1) & 3};
}
