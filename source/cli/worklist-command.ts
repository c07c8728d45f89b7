import type {Command} from 'commander';
import {withdrawChange} from '../domain/life-cycle/withdraw-change.ts';
import {countWork} from '../domain/life-cycle/worklist.ts';
import {formatLocalDate} from '../domain/local-time.ts';
import {count} from '../domain/problem.ts';
import {isInRanges, parseIdRanges} from '../domain/query/id-ranges.ts';
import {finishWork} from '../domain/work.ts';
import {machineTimeZone} from '../shell/machine-time-zone.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, fail, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {printLine} from './io.ts';
import {formatTextTable} from './text-table.ts';

type WorklistFlags = {readonly json?: boolean; readonly withdrawn?: string};

/** `usersheet worklist`. */
export function registerWorklist(program: Command, act: Act): void {
	program
		.command('worklist')
		.description('show what is to do, with the filter that finds the users')
		.option('--json', 'as one JSON object: work (key, label, count, filter), and toWithdraw')
		.option('--withdrawn <ids>', 'take these deleted users off the list: their clients were withdrawn')
		.action(act(runWorklist));
}

function runWorklist(context: Context, {json = false, withdrawn}: WorklistFlags): Promise<number> {
	const {io} = context;
	if (withdrawn !== undefined) return takeOff(context, withdrawn);
	return withSheet(context, 'read', ({sheet}) => {
		const work = finishWork(countWork(sheet));
		const {toWithdraw} = sheet;
		if (json) {
			const entries = work.map(({key, label, count, filter}) => ({
				key,
				label,
				count,
				filter: filter ?? null,
			}));
			io.stdout.write(formatJson({work: entries, toWithdraw}));
			return exitCodes.done;
		}
		if (work.length === 0) printLine(io.stderr, 'There is nothing to do.');
		else
			printTable([
				{header: 'Users', cells: work.map(({count}) => count.toLocaleString('en-US'))},
				{header: 'What', cells: work.map(({label}) => label)},
				{header: 'Filter', cells: work.map(({filter = ''}) => filter)},
			]);
		if (toWithdraw.length > 0) {
			printLine(io.stdout, '');
			printTable([
				{header: 'To withdraw', cells: toWithdraw.map(({id}) => `ID ${id}`)},
				{header: 'Name', cells: toWithdraw.map(({name}) => name)},
				{header: 'Number', cells: toWithdraw.map(({number}) => number)},
				{header: 'Service user', cells: toWithdraw.map(({serviceUser}) => serviceUser)},
				{
					header: 'Deployed',
					cells: toWithdraw.map(({deployedOn}) => formatLocalDate(deployedOn, machineTimeZone(io.env))),
				},
			]);
		}
		return exitCodes.done;
	});

	function printTable(columns: Parameters<typeof formatTextTable>[0]): void {
		for (const line of formatTextTable(columns).lines) printLine(io.stdout, line);
	}
}

/** Takes deleted users off the list of those to be withdrawn. */
function takeOff(context: Context, ids: string): Promise<number> {
	const {io} = context;
	const ranges = parseIdRanges(ids);
	if (ranges === undefined)
		return Promise.resolve(
			fail(io, exitCodes.usage, '--withdrawn takes IDs and ranges of them, like 7,10-12.'),
		);
	return withSheet(context, 'write', async (opened) => {
		const found = opened.sheet.toWithdraw.filter(({id}) => isInRanges(id, ranges));
		if (found.length === 0)
			return fail(
				io,
				exitCodes.usage,
				'None of these IDs is to be withdrawn. "usersheet worklist" lists them.',
			);
		const committed = await commitChange(io, opened, withdrawChange(found));
		if ('failed' in committed) return committed.failed;
		printLine(io.stdout, `${count(found.length, 'deleted user is', 'deleted users are')} withdrawn.`);
		return exitCodes.done;
	});
}
