/** The letters beyond a to z of languages in which names are written, accents of capitals left out: at most 31 languages. */
const alphabets: Readonly<Record<string, string>> = {
	German: 'äöüß',
	French: 'àâæçéèêëîïôœùûüÿ',
	Spanish: 'áéíñóúüç',
	Portuguese: 'àáâãçéêíóôõúü',
	Italian: 'àèéìíîòóùú',
	Catalan: 'àçèéíïòóúü',
	Dutch: 'áäèéêëïíóöúü',
	Danish: 'æøåéöäüòô',
	Swedish: 'åäöéüàšžáćč',
	Icelandic: 'áéíóúýþæöð',
	Faroese: 'áíóúýæøð',
	Celtic: 'áéíóúàèìòùâêîôûŵŷäëïöüẁẃẅ',
	Polish: 'ąćęłńóśźż',
	Czech: 'áčďéěíňóřšťúůýžöü',
	Slovak: 'áäčďéíĺľňóôŕšťúýžö',
	Hungarian: 'áéíóöőúüűä',
	Romanian: 'ăâîșşțţáéóöőü',
	Croatian: 'čćđšžáé',
	Turkish: 'çğıöşüâîûə',
	Kurdish: 'çêîşû',
	Estonian: 'äõöüšž',
	Latvian: 'āčēģīķļņšūžōŗ',
	Lithuanian: 'ąčęėįšųūž',
	Vietnamese: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
	Albanian: 'çë',
	Maltese: 'ċġħżàèìòù',
	Pinyin: 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü',
	Sorbian: 'čćěłńóřŕšśžź',
	Sami: 'áčđŋšŧžåäöæø',
	Yoruba: 'áàéèẹíìóòọúùṣńǹḿ',
	Other: 'ĉĝĥĵŝŭğġĩũỹñãẽõúńşțạḥṭẓṣḍāīūṅṇṃḷṛșḫḵḡ',
};

/** Languages, one bit each: those whose alphabet has a letter, or all letters of a word. */
export type Languages = number;
export const everyLanguage: Languages = 0x7fff_ffff;

const languagesOf: ReadonlyMap<string, Languages> = collectLanguages();

function collectLanguages(): ReadonlyMap<string, Languages> {
	const found = new Map<string, Languages>();
	for (const [index, letters] of Object.values(alphabets).entries()) {
		for (const letter of letters) found.set(letter, (found.get(letter) ?? 0) | (1 << index));
	}
	return found;
}

/** Names of Iceland have none of these: where one is beside þ, ð or ý, these are mostly Turkish letters read wrongly. */
const foreignToIcelandic = /[cqwz]/;
const icelandic = languagesOf.get('þ') ?? 0;

/** The languages in whose names all letters of a word occur; a word of another script than Latin is in all of them. */
export function languagesOfWord(word: string): Languages {
	const letters = word.toLowerCase();
	let languages = foreignToIcelandic.test(letters) ? everyLanguage & ~icelandic : everyLanguage;
	for (const letter of letters) languages &= languagesOfLetter(letter);
	return languages;
}

function languagesOfLetter(letter: string): Languages {
	if (letter <= '\x7f' || !/\p{Script=Latin}|µ/u.test(letter)) return everyLanguage;
	return languagesOf.get(letter) ?? 0;
}
