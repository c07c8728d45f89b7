import {type Command, CommanderError, InvalidArgumentError, Option} from 'commander';
import {type FixName, fixKinds} from '../../csv/fix/fix-kinds.ts';
import {formatTextTable} from '../text-table.ts';

/** `--fix trim,pad-pins`, `--fix all`, and `--fix list`, which tells the names and does nothing else. */
export function addFixFlag(command: Command): void {
	const option = new Option(
		'--fix <names>',
		'put right what these fixes can: all, or some with commas; list names them',
	);
	command.addOption(
		option.argParser((text) => {
			if (text.trim() === 'list') {
				command.configureOutput().writeOut?.(`${listFixes().join('\n')}\n`);
				throw new CommanderError(0, 'usersheet.fixes', 'The fixes were listed.');
			}
			return readFixNames(text);
		}),
	);
}

function readFixNames(text: string): ReadonlySet<FixName> {
	const names = text.split(',').map((name) => name.trim());
	if (names.length === 1 && names[0] === 'all') return new Set(fixKinds.map(({name}) => name));
	return new Set(
		names.map((name) => {
			const kind = fixKinds.find((one) => one.name === name);
			if (kind === undefined)
				throw new InvalidArgumentError(`There is no fix "${name}"; --fix list names them.`);
			return kind.name;
		}),
	);
}

function listFixes(): readonly string[] {
	const {lines} = formatTextTable([
		{header: 'Fix', cells: fixKinds.map(({name}) => name)},
		{header: 'What it does', cells: fixKinds.map(({label}) => label)},
	]);
	return lines;
}
