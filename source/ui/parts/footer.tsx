import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Command} from '../../app/commands/command.ts';
import {type CommandId, keyName} from '../../app/keymap/keymap.ts';
import {currentCommands} from '../../app/loop/command-table.ts';
import type {Model} from '../../app/model.ts';
import type {PointedAt} from '../../app/terminal-message.ts';
import {textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';
import {usePointerTarget} from './pointer-targets.ts';

type Item = {readonly id: CommandId; readonly key: string; readonly label: string};

const gap = '  ';

/** The keys of the moment, from the command table: as many as fit, and always those for help and for leaving. */
export function Footer({model, columns}: {readonly model: Model; readonly columns: number}): ReactElement {
	const items = footerItems(model, columns);
	const box = usePointerTarget((row, column) => (row === 0 ? findKey(items, column) : undefined));
	return (
		<Box ref={box}>
			<Text wrap="truncate">
				{items.map(({key, label}, index) => (
					<Text key={key}>
						{index === 0 ? ' ' : gap}
						<Text {...theme.key}>{key}</Text> {label}
					</Text>
				))}
			</Text>
		</Box>
	);
}

/** The command whose key or name is in a cell of the line. */
function findKey(items: readonly Item[], column: number): PointedAt | undefined {
	let end = 1 - gap.length;
	for (const item of items) {
		const start = end + gap.length;
		end += widthOf([item]);
		if (column >= start && column < end) return {part: 'key', command: item.id};
	}
	return undefined;
}

/** What the footer says, in order. */
function footerItems(model: Model, columns: number): readonly Item[] {
	const shown = currentCommands(model)
		.filter((command) => command.short !== undefined && model.keymap.keys[command.id].length > 0)
		.sort((a, b) => rankOf(a, 1, 2) - rankOf(b, 1, 2));
	const toItem = (command: Command) => itemOf(model, command);
	const able = shown.filter((command) => command.disabledReason?.(model) === undefined);
	const pinned = able.filter((command) => command.pinned === true);
	// The first item has one space before it, not a gap; the last cell stays free.
	let room = columns - 2 + gap.length - widthOf(pinned.map(toItem));
	const fitting = able.filter((command) => {
		if (command.pinned === true) return true;
		const width = widthOf([toItem(command)]);
		if (room < width) {
			room = 0;
			return false;
		}
		room -= width;
		return true;
	});
	return fitting.sort((a, b) => rankOf(a, 2, 1) - rankOf(b, 2, 1)).map(toItem);
}

/** What is on every screen comes behind the commands of this one, and what is always in the footer at its end. */
function rankOf({id, secondary, pinned}: Command, palette: number, further: number): number {
	if (pinned === true) return 3;
	return id === 'palette.open' ? palette : secondary === true ? further : 0;
}

function itemOf(model: Model, {id, short = ''}: Command): Item {
	return {id, key: keyName(model, id), label: short};
}

function widthOf(items: readonly Item[]): number {
	return items.reduce((sum, {key, label}) => sum + textWidth(key) + textWidth(label) + 1 + gap.length, 0);
}
