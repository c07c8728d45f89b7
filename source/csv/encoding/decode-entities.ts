import type {Repair} from './repair.ts';

/** What HTML calls the letters from À to ÿ, in their order. */
const letters =
	'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const names: ReadonlyMap<string, string> = new Map([
	...letters.split(' ').map((name, index) => [name, String.fromCharCode(0xc0 + index)] as const),
	...([
		['amp', '&'],
		['lt', '<'],
		['gt', '>'],
		['quot', '"'],
		['apos', "'"],
		['nbsp', '\u00a0'],
		['Scaron', 'Š'],
		['scaron', 'š'],
		['OElig', 'Œ'],
		['oelig', 'œ'],
	] as const),
]);
const entity = /&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]{2,6}));/gi;

/** Text that a web page has written: `M&uuml;ller`, `O&#39;Neill`. */
export const htmlRepair: Repair = {
	right: 'HTML',
	wrong: 'plain text',
	repair(text) {
		const once = decodeEntities(text);
		const twice = decodeEntities(once);
		return twice === text ? undefined : twice;
	},
};

function decodeEntities(text: string): string {
	return text.replaceAll(entity, (whole, decimal?: string, hexadecimal?: string, name = '') => {
		const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
		if (Number.isNaN(code)) return names.get(name) ?? whole;
		const isText = code >= 0x20 && code <= 0x10ffff && (code < 0x7f || code > 0x9f);
		return isText && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
	});
}
