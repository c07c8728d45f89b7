import type {Problem} from '../domain/problem.ts';
import {cutReported, formatFinding} from '../domain/problem.ts';
import {hasUnsafeCharacters} from '../terminal/text/visible-text.ts';

/** A problem as scripts get it; what is not known is null. */
export type JsonProblem = {
	readonly line: number | null;
	readonly id: string | null;
	/** The name of the user, before any change. */
	readonly who: string | null;
	/** CSV header. */
	readonly column: string | null;
	/** The offending value as it stood, cut with a mark after 1,000 characters; secrets and PINs masked. */
	readonly value: string | null;
	readonly severity: Problem['severity'];
	readonly code: string;
	/** What is wrong, in at most 30 terminal cells. */
	readonly short: string;
	/** What is wrong, and what to do. */
	readonly message: string;
	/** The value that would be right, where it is sure. */
	readonly fixed: string | null;
};

/**
 * JSON that is safe to look at: a character that a terminal could act on, or that is invisible, is written as `\uXXXX`,
 * so the values stay exact for a program that reads it.
 */
export function formatJson(value: unknown): string {
	return `${escapeUnsafe(JSON.stringify(value, null, 2))}\n`;
}

/**
 * A JSON array with one item on each line, so that long lists can be searched and compared by line. It comes in pieces:
 * 100,000 users as one text would take the memory of all of them once more.
 */
export function* jsonLines<Item>(
	items: readonly Item[],
	toJson: (item: Item) => unknown,
): Generator<string, void, void> {
	if (items.length === 0) yield '[]\n';
	for (const [index, item] of items.entries()) {
		const end = index === items.length - 1 ? '\n]\n' : ',\n';
		yield `${index === 0 ? '[\n' : ''}${escapeUnsafe(JSON.stringify(toJson(item)))}${end}`;
	}
}

/**
 * One object as {@link formatJson} writes it, and last in it these problems. It comes in pieces, as a text of a million problems would be
 * longer than a text can be.
 */
export function* jsonReport(
	report: Readonly<Record<string, unknown>>,
	problems: readonly Problem[],
): Generator<string, void, void> {
	const whole = formatJson({...report, problems: []});
	if (problems.length === 0) yield whole;
	else yield whole.slice(0, -'[]\n}\n'.length);
	for (const [index, problem] of problems.entries()) {
		const text = formatJson(toJsonProblem(problem)).trimEnd().replaceAll('\n', '\n    ');
		const end = index === problems.length - 1 ? '\n  ]\n}\n' : ',\n';
		yield `${index === 0 ? '[\n' : ''}    ${text}${end}`;
	}
}

/** A problem in the shape that every `--json` uses. */
export function toJsonProblem(problem: Problem): JsonProblem {
	return {
		line: problem.line ?? null,
		id: cutIfKnown(problem.id),
		who: cutIfKnown(problem.who),
		column: problem.column ?? null,
		value: cutIfKnown(problem.value),
		severity: problem.severity,
		code: problem.code,
		short: problem.short,
		message: formatFinding(problem),
		fixed: problem.fixed ?? null,
	};
}

function cutIfKnown(text: string | undefined): string | null {
	return text === undefined ? null : cutReported(text);
}

function escapeUnsafe(json: string): string {
	return json.replaceAll(/[^\n\u0020-\u007e]/gu, (character) =>
		hasUnsafeCharacters(character) ? escapeUnits(character) : character,
	);
}

function escapeUnits(character: string): string {
	return Array.from(
		{length: character.length},
		(_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
	).join('');
}
