import {readFileSync} from 'node:fs';
import {applyChange} from '../../domain/change.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {readLine} from '../journal/checked-line.ts';
import {decodeEntryFor} from '../journal/decode-entry.ts';
import {joinLines, parseLine} from '../journal/parse-line.ts';
import {runWhole} from '../run-sliced.ts';
import type {Sealer} from '../seal/seal.ts';

/** A line of a journal or history that cannot be used, counted from 1. */
export type BadLine = {readonly line: number; readonly reason: string};

/** What is left of a file of checked lines. */
export type Remains = {
	readonly lines: number;
	readonly entries: number;
	/** Revisions of the first and the last entry that can be read. */
	readonly revisions?: readonly [first: number, last: number];
	/** Where it begins, as its first line says. */
	readonly base?: number;
	/** Whether it ends with what a crash has left. */
	readonly torn: boolean;
	readonly bad: readonly BadLine[];
	/** The sheet with every entry up to the first one that is missing or damaged. */
	readonly sheet?: Sheet;
	/** How many readable entries stand behind that one. */
	readonly lost: number;
};

/**
 * Reads a journal or a history past what is damaged in it.
 *
 * @param start the checkpoint below a journal
 * @throws system errors
 */
export function readWhatCanBe(file: string, sealer: Sealer, start?: Sheet): Remains {
	const bytes = readFileSync(file);
	const bad: BadLine[] = [];
	let sheet = start;
	let lines = 0;
	let entries = 0;
	let lost = 0;
	let torn = false;
	let base: number | undefined;
	let revisions: readonly [number, number] | undefined;
	const join = joinLines();
	for (let at = 0; at < bytes.length; ) {
		const read = readLine(bytes, at, sealer);
		if (read.kind === 'torn') {
			torn = true;
			break;
		}
		at = read.end;
		lines += 1;
		const parsed = read.kind === 'good' ? parseLine(read.json) : undefined;
		if (parsed === undefined || parsed.kind === 'unknown' || parsed.kind === 'newer') {
			bad.push({line: lines, reason: read.kind === 'damaged' ? read.reason : 'is of another version'});
			continue;
		}
		if (parsed.kind === 'header') base = parsed.revision;
		const joined = join(parsed);
		if (joined === 'broken') bad.push({line: lines, reason: 'does not belong to the lines before it'});
		if (joined === undefined || joined === 'broken') continue;
		entries += 1;
		revisions = [revisions?.[0] ?? joined.revision, joined.revision];
		if (sheet === undefined || joined.revision <= sheet.revision) continue;
		const entry =
			joined.revision === sheet.revision + 1 ? runWhole(decodeEntryFor(joined, sheet)) : undefined;
		if (entry === undefined) lost += 1;
		else sheet = applyChange(sheet, entry.change);
	}
	return {
		lines,
		entries,
		...(revisions === undefined ? {} : {revisions}),
		...(base === undefined ? {} : {base}),
		torn,
		bad,
		...(sheet === undefined ? {} : {sheet}),
		lost,
	};
}
