import {type Finding, formatFinding, quote} from '../problem.ts';
import {nearestNamed} from '../profile.ts';
import type {Work} from '../work.ts';
import {isTooLong, parseQuery, type Term} from './parse-query.ts';
import {findQueryField, namesOf, type QueryField, type QueryTable, type RowTest} from './query-table.ts';
import {compileRowTest} from './test-text.ts';

/** A filter, ready to be used. */
export type Query<Row> = {
	/** Whether nothing is asked for: then every row matches. */
	readonly isBlank: boolean;
	/** Needs {@link prepare} to have run since the rows changed, or else takes that time at the first row. */
	readonly matches: RowTest<Row>;
	/** Computes what the tests need for all rows; most queries need nothing. */
	readonly prepare: () => Work<void>;
};

/** What is wrong with a query, and where: UTF-16 units from its beginning. */
export type QueryProblem = Finding & {readonly start: number; readonly end: number};

type CompiledTerm<Row> = {readonly test: RowTest<Row>; readonly field: QueryField<Row> | undefined};

/** Makes a query of its text, or says what the first term is that cannot be followed. */
export function compileQuery<Row>(
	text: string,
	table: QueryTable<Row>,
): Query<Row> | {readonly problem: QueryProblem} {
	if (isTooLong(text)) return {problem: {...tooLong, start: 0, end: text.length}};
	const compiled: CompiledTerm<Row>[] = [];
	for (const term of parseQuery(text)) {
		const made = compileTerm(term, table);
		if (!('test' in made)) return {problem: {...made, start: term.start, end: term.end}};
		compiled.push(made);
	}
	const tests = compiled
		.toSorted((a, b) => Number(a.field?.isSlow === true) - Number(b.field?.isSlow === true))
		.map(({test}) => test);
	const used = new Set(compiled.map(({field}) => field));
	return {
		isBlank: tests.length === 0,
		matches: (row) => tests.every((test) => test(row)),
		*prepare() {
			for (const field of used) if (field?.prepare !== undefined) yield* field.prepare();
		},
	};
}

/** "At character 7: There is no field "mial". Did you mean "email"?" */
export function formatQueryProblem(problem: QueryProblem): string {
	return `At character ${problem.start + 1}: ${formatFinding(problem)}`;
}

const tooLong: Finding = {
	code: 'query-length',
	message: 'The filter is longer than 1,000 characters.',
	short: 'The filter is too long',
};

const openPattern: Finding = {
	code: 'query-open',
	message: 'The slash at the end of the regular expression is missing.',
	short: 'No slash at its end',
	fix: 'Text with a slash in front is written in quotation marks.',
};

function compileTerm<Row>(term: Term, table: QueryTable<Row>): CompiledTerm<Row> | Finding {
	const {field: name, wanted, isNot} = term;
	// While a phrase is typed its end is missing, and what it means is plain; the end of a pattern decides what it means.
	if (wanted.kind === 'pattern' && !term.isClosed) return openPattern;
	const field = name === undefined ? undefined : findQueryField(table, name);
	if (name !== undefined && field === undefined) return unknownField(name, table);
	const test = field === undefined ? compileRowTest(wanted, table) : field.compile(wanted);
	if (typeof test !== 'function') return test;
	return {field, test: isNot ? (row) => !test(row) : test};
}

function unknownField<Row>(name: string, table: QueryTable<Row>): Finding {
	const nearest = nearestNamed(
		table.fields.flatMap((field) => namesOf(field).map((known) => ({name: known, field}))),
		name,
	);
	return {
		code: 'query-field',
		message: `There is no field ${quote(name)}.`,
		short: 'There is no such field',
		fix:
			nearest === undefined
				? 'Text with a colon in it is written in quotation marks.'
				: `Did you mean ${quote(nearest.field.name)}?`,
	};
}
