import type {Command} from 'commander';
import {noteChange} from '../domain/change.ts';
import {handOutChunks, handOutForm} from '../domain/hand-out/format-hand-out.ts';
import {handOutTextChunks} from '../domain/hand-out/format-hand-out-text.ts';
import {describeHandOut, describeWithoutPin, withPin} from '../domain/hand-out/slip.ts';
import {count} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';
import type {Act} from './act.ts';
import {addUserFlags, chooseUsers, failUnchosen, isChosen, type UserFlags} from './chosen-users.ts';
import {type Context, commitChange, fail, type Opened, withSheet} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {printLine} from './io.ts';
import {writeOutput} from './write-output.ts';

type HandOutFlags = UserFlags & {
	readonly html?: boolean;
	readonly showPins?: boolean;
	readonly force?: boolean;
};

/** `usersheet handout`. */
export function registerHandOut(program: Command, act: Act): void {
	const command = program
		.command('handout')
		.description('write slips to cut out, each with the name, the number and the PIN of a user')
		.argument('[file]', 'the file to write; - is standard output', '-');
	addUserFlags(command)
		.option('--all', 'all users')
		.option('--html', 'a page to print from a browser, as for a name with .html; else plain text')
		.option('--show-pins', 'write to a terminal too, where others may look on')
		.option('--force', 'overwrite an existing file')
		.addHelpText(
			'after',
			'\nThe history says who wrote slips, and for which users. The file can be read by\nits owner only. Print it, hand the slips out, and delete it: never send it by\ne-mail.',
		)
		.action(act(runHandOut));
}

async function runHandOut(context: Context, file: string, flags: HandOutFlags): Promise<number> {
	const {io} = context;
	if (!isChosen(flags)) return failUnchosen(io);
	if (file === '-' && io.stdout.isTerminal && flags.showPins !== true)
		return fail(
			io,
			exitCodes.usage,
			'The terminal would show PINs. Name a file, or give --show-pins to see them here.',
		);
	return withSheet(context, 'write', async (opened) => {
		const chosen = await chooseUsers(flags, opened, io);
		if ('failed' in chosen) return chosen.failed;
		const users = withPin(chosen.users);
		const leftOut = describeWithoutPin(chosen.users.length, users.length);
		if (leftOut !== undefined) printLine(io.stderr, leftOut);
		if (users.length === 0) return fail(io, exitCodes.refused, 'There is no PIN to hand out.');
		return file === '-'
			? printHandOut(context, opened, users, flags)
			: writeHandOut(context, opened, users, file, flags);
	});
}

/** What is printed cannot be taken back, so that it is noted first. */
async function printHandOut(
	context: Context,
	opened: Opened,
	users: readonly User[],
	flags: HandOutFlags,
): Promise<ExitCode> {
	const noted = await noteHandOut(context, opened, users);
	if (noted !== exitCodes.done) return noted;
	const isPlain = context.io.stdout.isTerminal && flags.html !== true;
	const text = isPlain ? handOutTextChunks(users, '') : handOutChunks(users, flags.html ? 'html' : 'text');
	return writeOutput(context, '-', [...text].join(''), {force: false, done: ''});
}

/** A hand-out that could not be written is none. */
async function writeHandOut(
	context: Context,
	opened: Opened,
	users: readonly User[],
	file: string,
	{html = false, force = false}: HandOutFlags,
): Promise<ExitCode> {
	const text = [...handOutChunks(users, html ? 'html' : handOutForm(file))].join('');
	const done = `${count(users.length, 'PIN')} written to`;
	const written = await writeOutput(context, file, text, {force, done});
	return written === exitCodes.done ? noteHandOut(context, opened, users) : written;
}

async function noteHandOut({io}: Context, opened: Opened, users: readonly User[]): Promise<ExitCode> {
	const committed = await commitChange(io, opened, noteChange(describeHandOut(users)));
	return 'failed' in committed ? committed.failed : exitCodes.done;
}
