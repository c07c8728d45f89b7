import {nameKey, searchText} from '../compare-text.ts';
import {isTooLong, parseQuery, type Term} from './parse-query.ts';
import {findQueryField, namesOf, type QueryTable} from './query-table.ts';

/** Something that may be put into a query. */
export type Candidate = {
	/** What replaces the text from `start` to `end`. */
	readonly text: string;
	/** Half a sentence about it. */
	readonly help: string;
};

/** What may be put in at the caret, and in place of what: UTF-16 units from the beginning. */
export type Completion = {
	readonly start: number;
	readonly end: number;
	readonly candidates: readonly Candidate[];
};

/** What fits a query that is being typed: fields, or behind the colon of one its values. */
export function completeQuery<Row>(text: string, caret: number, table: QueryTable<Row>): Completion {
	const terms = isTooLong(text) ? [] : parseQuery(text);
	const term = terms.find(({start, end}) => start < caret && caret <= end);
	if (term === undefined) return {start: caret, end: caret, candidates: listFields('', table)};
	if (term.field === undefined || caret < term.valueStart)
		return completeField(text.slice(term.bodyStart, caret), term, table);
	const field = findQueryField(table, term.field);
	const typed = text.slice(term.valueStart, caret).replace(/^=?"?/, '');
	const candidates = (field?.values ?? [])
		.filter(({name}) => startsLike(name, typed))
		.map(({name, help}) => ({text: quoteWanted(name), help}));
	return {start: term.valueStart, end: term.end, candidates};
}

function completeField<Row>(typed: string, term: Term, table: QueryTable<Row>): Completion {
	const {field, wanted, bodyStart, valueStart, end} = term;
	const isName = field !== undefined || wanted.kind === 'word';
	return {
		start: bodyStart,
		end: field === undefined ? end : valueStart,
		candidates: isName ? listFields(typed, table) : [],
	};
}

function listFields<Row>(typed: string, table: QueryTable<Row>): readonly Candidate[] {
	const key = nameKey(typed);
	return table.fields
		.filter((field) => namesOf(field).some((name) => nameKey(name).startsWith(key)))
		.map(({name, help}) => ({text: `${name}:`, help}));
}

/** By its beginning, or that of one of its words, in one of its spellings, as filters compare. */
function startsLike(name: string, typed: string): boolean {
	const wanted = searchText(typed);
	return [name, ...name.split(/[\s-]+/u)].some((part) =>
		searchText(part)
			.split('\n')
			.some((spelling) => spelling.startsWith(wanted)),
	);
}

/** A value as it is written behind a colon. */
export function quoteWanted(value: string): string {
	return /[\s"]|^[=/]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
