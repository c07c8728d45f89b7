/** What a term asks of a value. */
export type Wanted =
	/** `field:` with nothing behind it. */
	| {readonly kind: 'blank'}
	| {
			/**
			 * `word`: anywhere, without case and accents. `phrase` ("…"): anywhere, accents count. `whole` (=…): the whole value, as names
			 * are compared. `pattern` (/…/): a regular expression.
			 */
			readonly kind: 'word' | 'phrase' | 'whole' | 'pattern';
			readonly text: string;
	  };

/** One condition of a query, with its place in the text in UTF-16 units. */
export type Term = {
	readonly start: number;
	readonly end: number;
	/** With a minus in front: rows that match are left out. */
	readonly isNot: boolean;
	/** The name in front of the colon, as it was typed; undefined where the whole row is looked through. */
	readonly field: string | undefined;
	/** Where the field name begins, or the value of a term without one. */
	readonly bodyStart: number;
	/** Where the value begins, with its mark. */
	readonly valueStart: number;
	readonly wanted: Wanted;
	/** Whether the quotation mark or slash at the end is there, where one is needed. */
	readonly isClosed: boolean;
};

/** UTF-16 units that no query of a person reaches: they bound what reading and matching one can take. */
const longestQuery = 1000;

const termForm =
	/(?<space>\s*)(?<not>-?)(?:(?<field>\p{L}[\p{L}\p{N}_-]*|"[^"]+"):)?(?:(?<whole>=?)"(?<phrase>(?:[^"]|"")*)(?<quoteEnd>"?)|\/(?<pattern>(?:\\.|[^\\/])*)(?<slashEnd>\/?)(?=\s|$)|(?<word>\S*))/suy;

/** Whether a text is longer than a query may be. */
export function isTooLong(text: string): boolean {
	return text.length > longestQuery;
}

/**
 * The terms of a query, left to right; every text has some. `-` and `""` alone are the beginning of one, and none yet.
 * What a field name or a value means is decided later, by the table of what is looked through.
 */
export function parseQuery(text: string): readonly Term[] {
	const terms: Term[] = [];
	for (let place = 0; place < text.length; ) {
		termForm.lastIndex = place;
		const {0: whole = '', groups = {}} = termForm.exec(text) ?? {};
		const end = place + Math.max(1, whole.length);
		const term = toTerm(groups, place + (groups.space?.length ?? 0), end);
		if (term.field !== undefined || term.wanted.kind !== 'blank') terms.push(term);
		place = end;
	}
	return terms;
}

function toTerm(groups: Readonly<Record<string, string | undefined>>, start: number, end: number): Term {
	const {not = '', field, quoteEnd, slashEnd} = groups;
	const bodyStart = start + not.length;
	return {
		start,
		end,
		isNot: not !== '',
		field: field?.replaceAll('"', ''),
		bodyStart,
		valueStart: bodyStart + (field === undefined ? 0 : field.length + 1),
		wanted: toWanted(groups),
		isClosed: (quoteEnd ?? slashEnd) !== '',
	};
}

function toWanted(groups: Readonly<Record<string, string | undefined>>): Wanted {
	const {field, whole, phrase, pattern, word = ''} = groups;
	if (pattern !== undefined) return wantedText('pattern', pattern);
	if (phrase !== undefined)
		return wantedText(whole === '=' ? 'whole' : 'phrase', phrase.replaceAll('""', '"'));
	return field !== undefined && word.startsWith('=')
		? wantedText('whole', word.slice(1))
		: wantedText('word', word);
}

function wantedText(kind: Exclude<Wanted['kind'], 'blank'>, text: string): Wanted {
	return text === '' ? {kind: 'blank'} : {kind, text};
}
