import {type Command, InvalidArgumentError, Option} from 'commander';
import {type Delimiter, delimiterNames} from '../../csv/import-plan.ts';
import {delimiters} from '../../csv/layout/detect-layout.ts';
import {chosenEncodings} from '../../csv/reading-choice.ts';

/** The flags of how a file is read and what its columns are for; what none says is found out from the file. */
export function addReadingFlags(command: Command): void {
	command
		.addOption(
			new Option(
				'--map <header=field>',
				'what a column is for: a field, ignore, or "Last name, First name" to split it; may be repeated',
			).argParser((text, before: readonly string[] = []) => [...before, text]),
		)
		.option('--map-near', 'take columns with nearly the name of a field, and values like it')
		.addOption(new Option('--encoding <name>', 'how letters are read').choices(chosenEncodings))
		.addOption(
			new Option('--delimiter <name>', 'what is between the cells: comma, semicolon, tab or bar').argParser(
				readDelimiter,
			),
		)
		.addOption(
			new Option('--header-row <line>', 'the line with the names of the columns').argParser(readLine),
		);
}

function readDelimiter(text: string): Delimiter {
	const name = text.trim().toLowerCase();
	const found = delimiters.find((one) => one === text || delimiterNames[one].split(' ').at(-1) === name);
	if (found === undefined) throw new InvalidArgumentError('It is one of: comma, semicolon, tab, bar.');
	return found;
}

function readLine(text: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text.trim()))
		throw new InvalidArgumentError('It is the number of a line, from 1.');
	return Number(text);
}
