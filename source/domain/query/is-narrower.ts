import {parseQuery} from './parse-query.ts';

/** Whether a query surely finds nothing that another one does not find: both are words only, and letters were added at its end. */
export function isNarrower(query: string, other: string): boolean {
	return query.startsWith(other) && [query, other].every(hasOnlyWords);
}

function hasOnlyWords(text: string): boolean {
	return parseQuery(text).every(
		({field, isNot, wanted}) => field === undefined && !isNot && wanted.kind === 'word',
	);
}
