import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type CommandId, keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {wrapText} from '../../terminal/text/text-width.ts';

/** What stands where users would be: what this is, and what to press first. */
export function EmptySheet({model, height}: {readonly model: Model; readonly height: number}): ReactElement {
	const lines = model.sheet.users.length > 0 ? filteredAway(model) : welcome(model);
	const wrapped = lines.flatMap((line) => wrapText(line, model.size.columns - 4));
	return (
		<Box flexDirection="column" paddingLeft={2} paddingTop={height > wrapped.length + 2 ? 1 : 0}>
			{wrapped.slice(0, height).map((line) => (
				<Text key={line}>{line}</Text>
			))}
		</Box>
	);
}

function filteredAway(model: Model): readonly string[] {
	return [`No user matches “${model.grid.filter}”. ${keyName(model, 'filter.clear')} takes the filter away.`];
}

function welcome(model: Model): readonly string[] {
	const key = (id: CommandId) => keyName(model, id);
	return [
		'This sheet holds the users whose MiCollab clients you deploy. It is empty.',
		`${key('import.open')} imports them from a CSV file; ${key('user.add')} creates one in a form.`,
		'To look around first: quit, and npm run demo opens 25 sample users.',
	];
}
