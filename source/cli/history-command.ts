import {type Command, InvalidArgumentError} from 'commander';
import {countText, describeAuthor, describeOrigination} from '../domain/describe-entry.ts';
import type {EntrySummary} from '../domain/entry.ts';
import {formatLocalTime} from '../domain/local-time.ts';
import {count} from '../domain/problem.ts';
import {machineTimeZone} from '../shell/machine-time-zone.ts';
import type {Act} from './act.ts';
import {type Context, failStore, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {jsonLines} from './format-json.ts';
import {type Io, printLine, writePieces} from './io.ts';
import {formatTextTable} from './text-table.ts';
import {toJsonEntry} from './to-json-entry.ts';

type HistoryFlags = {readonly json?: boolean; readonly limit?: number};

/** `usersheet history`. */
export function registerHistory(program: Command, act: Act): void {
	program
		.command('history')
		.description('show who changed what, newest first')
		.option('--json', 'as a JSON array, with every value before and after')
		.option('--limit <n>', 'only the newest n changes', parseLimit)
		.addHelpText('after', '\n"usersheet undo N" takes the change with the number N back.')
		.action((flags: HistoryFlags) => act((context) => runHistory(flags, context)));
}

async function runHistory({json = false, limit}: HistoryFlags, context: Context): Promise<number> {
	return withSheet(context, 'read', async ({store}) => {
		const {io} = context;
		const onRemark = (text: string): void => printLine(io.stderr, text);
		if (json) {
			const entries = await store.entries({onRemark, ...(limit === undefined ? {} : {limit})});
			if ('error' in entries) return failStore(io, entries.error);
			await writePieces(io.stdout, jsonLines(entries, toJsonEntry));
			return exitCodes.done;
		}
		const entries = await store.history({onRemark});
		if ('error' in entries) return failStore(io, entries.error);
		await printHistory(io, limit === undefined ? entries : entries.slice(0, limit), entries.length);
		return exitCodes.done;
	});
}

async function printHistory(io: Io, entries: readonly EntrySummary[], total: number): Promise<void> {
	if (total === 0) {
		printLine(io.stderr, 'Nothing has been changed yet.');
		return;
	}
	const timeZone = machineTimeZone(io.env);
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
