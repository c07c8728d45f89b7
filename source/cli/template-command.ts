import type {Command} from 'commander';
import {formatTemplate} from '../csv/format-export.ts';
import type {Act} from './act.ts';
import type {Context} from './context.ts';
import {writeOutput} from './write-output.ts';

type TemplateFlags = {readonly force?: boolean};

/** `usersheet template`. */
export function registerTemplate(program: Command, act: Act): void {
	program
		.command('template')
		.description('write an empty CSV file with all columns, to be filled in and imported')
		.argument('[file]', 'the file to write; - is standard output', '-')
		.option('--force', 'overwrite an existing file')
		.action(act(runTemplate));
}

async function runTemplate(context: Context, file: string, {force = false}: TemplateFlags): Promise<number> {
	return writeOutput(context, file, formatTemplate(), {force, done: 'The template was written to'});
}
