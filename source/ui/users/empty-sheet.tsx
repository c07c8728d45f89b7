import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type CommandId, keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {wrapText} from '../../terminal/text/text-width.ts';

/** What stands where users would be: what this is, and what to press first. */
export function EmptySheet({model, height}: {readonly model: Model; readonly height: number}): ReactElement {
	const wrapped = welcome(model).flatMap((line) => wrapText(line, model.size.columns - 4));
	return (
		<Box flexDirection="column" paddingLeft={2} paddingTop={height > wrapped.length + 2 ? 1 : 0}>
			{wrapped.slice(0, height).map((line) => (
				<Text key={line}>{line}</Text>
			))}
		</Box>
	);
}

function welcome(model: Model): readonly string[] {
	const key = (id: CommandId) => keyName(model, id);
	return [
		'This sheet holds the users whose MiCollab clients you deploy. It is empty.',
		`${key('import.open')} imports them from a CSV file or an Excel workbook; ${key('user.add')} creates one.`,
		'To look around first: quit, and npm run demo opens 25 sample users.',
	];
}
