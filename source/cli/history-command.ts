import {type Command, InvalidArgumentError} from 'commander';
import {countText, describeAuthor, describeOrigination} from '../domain/describe-entry.ts';
import type {EntrySummary} from '../domain/entry.ts';
import {formatLocalTime} from '../domain/local-time.ts';
import {count} from '../domain/problem.ts';
import {compileQuery} from '../domain/query/compile-query.ts';
import {entryQueryTable} from '../domain/query/entry-query.ts';
import {machineTimeZone} from '../shell/machine-time-zone.ts';
import type {Act} from './act.ts';
import {failQuery} from './chosen-users.ts';
import {type Context, failStore, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {jsonLines} from './format-json.ts';
import {type Io, printLine, writePieces} from './io.ts';
import {jsonHelp} from './json-help.ts';
import {formatTextTable} from './text-table.ts';
import {toJsonEntry} from './to-json-entry.ts';

type HistoryFlags = {readonly json?: boolean; readonly limit?: number; readonly where?: string};

/** `usersheet history`. */
export function registerHistory(program: Command, act: Act): void {
	program
		.command('history')
		.description('show who changed what, newest first')
		.option('--json', 'as a JSON array, with every value before and after')
		.option('--limit <n>', 'only the newest n changes', parseLimit)
		.option('--where <filter>', 'only the changes that this filter finds, like who:ann when:7d')
		.addHelpText('after', '\n"usersheet undo N" takes the change with the number N back.')
		.addHelpText('after', jsonHelp.history)
		.action(act(runHistory));
}

async function runHistory(
	context: Context,
	{json = false, limit, where = ''}: HistoryFlags,
): Promise<number> {
	const {io} = context;
	const timeZone = machineTimeZone(io.env);
	const query = compileQuery(where, entryQueryTable({now: new Date().toISOString(), timeZone}));
	if ('problem' in query) return failQuery(io, query.problem);
	return withSheet(context, 'read', async ({store}) => {
		const onRemark = (text: string): void => printLine(io.stderr, text);
		if (json) {
			// Of all that was changed no more is read than is printed.
			const atMost = query.isBlank && limit !== undefined ? {limit} : {};
			const entries = await store.entries({onRemark, ...atMost});
			if ('error' in entries) return failStore(io, entries.error);
			const found = entries.filter((entry) => query.matches({...entry, label: entry.change.label}));
			await writePieces(io.stdout, jsonLines(found.slice(0, limit), toJsonEntry));
			return exitCodes.done;
		}
		const entries = await store.history({onRemark});
		if ('error' in entries) return failStore(io, entries.error);
		const found = entries.filter(query.matches);
		if (entries.length === 0) printLine(io.stderr, 'Nothing has been changed yet.');
		else if (found.length === 0)
			printLine(io.stderr, `The filter finds none of ${count(entries.length, 'change')}.`);
		else await printHistory(io, found.slice(0, limit), found.length, timeZone);
		return exitCodes.done;
	});
}

async function printHistory(
	io: Io,
	entries: readonly EntrySummary[],
	total: number,
	timeZone: string,
): Promise<void> {
	const column = (header: string, text: (entry: EntrySummary) => string) => ({
		header,
		cells: entries.map(text),
	});
	const {lines} = formatTextTable([
		column('No.', ({revision}) => String(revision)),
		column('When', ({at}) => formatLocalTime(at, timeZone)),
		column('Who', ({author}) => describeAuthor(author)),
		column('From', ({origination}) => describeOrigination(origination)),
		column('Users', countText),
		column('What', ({label}) => label),
	]);
	await writePieces(io.stdout, lines, (line) => `${line}\n`);
	if (entries.length < total)
		printLine(io.stderr, `The newest ${entries.length} of ${count(total, 'change')}.`);
}

function parseLimit(text: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a number from 1 on.');
	return Number(text);
}
