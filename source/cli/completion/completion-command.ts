import {Argument, type Command} from 'commander';
import type {Candidate} from '../../domain/query/complete-query.ts';
import {emptySheet, type Sheet} from '../../domain/sheet.ts';
import {openStore} from '../../store/open-store.ts';
import {visibleText} from '../../terminal/text/visible-text.ts';
import type {Act} from '../act.ts';
import type {Context} from '../context.ts';
import {exitCodes} from '../exit-code.ts';
import {writePieces} from '../io.ts';
import {completeWords} from './complete-words.ts';
import {completionScripts, type Shell, shells} from './completion-scripts.ts';
import {quoteForBash, splitLine} from './shell-words.ts';

/** `usersheet completion`, and the hidden command that its scripts run at every Tab. */
export function registerCompletion(program: Command, act: Act): void {
	program
		.command('completion')
		.description('print the script that completes commands, flags, profiles and filters in a shell')
		.addArgument(new Argument('<shell>').choices(shells))
		.addHelpText(
			'after',
			'\nIts first line says where the script goes. Or for the shell that runs:\n  eval "$(usersheet completion bash)"',
		)
		.action(
			act(async ({io}, shell: Shell) => {
				await io.stdout.write(completionScripts[shell]);
				return exitCodes.done;
			}),
		);
	program
		.command('complete', {hidden: true})
		.addArgument(new Argument('<shell>').choices(shells))
		.argument('<typed...>')
		.action(
			act((context, shell: Shell, typed: readonly string[]) => answerShell(program, shell, typed, context)),
		);
}

async function answerShell(
	program: Command,
	shell: Shell,
	typed: readonly string[],
	{io, directory}: Context,
): Promise<number> {
	const last = typed.at(-1) ?? '';
	// Bash hands over where it breaks words and the whole line, and the others the words, zsh the last one without its quotes.
	const {words: all, current} =
		shell === 'bash'
			? splitLine(last)
			: {words: typed.slice(0, -1), current: shell === 'zsh' ? last : splitLine(last).current};
	const words = all.slice(1);
	const completed = await completeWords(program, words, current, () => readNamedSheet(words, directory));
	const format = ({text, help}: Candidate): string =>
		shell === 'bash'
			? `${visibleText(quoteForBash(text, splitLine(last), typed[0] ?? ''))}\n`
			: `${visibleText(text)}\t${visibleText(help)}\n`;
	await writePieces(io.stdout, completed === 'files' ? [':files\n'] : completed.map(format));
	return exitCodes.done;
}

/** The sheet that the words mean, if it can be read without a passphrase; else an empty one, as a Tab asks for nothing. */
async function readNamedSheet(words: readonly string[], directory: string): Promise<Sheet> {
	const named = words.findLast(
		(word, index) => words[index - 1] === '--store' || word.startsWith('--store='),
	);
	const opened = await openStore({directory: named?.replace(/^--store=/, '') || directory, readOnly: true});
	if ('error' in opened) return emptySheet;
	await opened.store.close();
	return opened.sheet;
}
