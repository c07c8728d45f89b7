import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Notice} from '../../app/model.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {noticeStyles, signs} from '../theme.ts';

/** The lines between grid and status: a notice, a problem, or the whole value of the cell. */
export function DetailLines({
	lines,
	tone,
	columns,
}: {
	readonly lines: readonly string[];
	readonly tone: Notice['tone'];
	readonly columns: number;
}): ReactElement {
	return (
		<Box flexDirection="column">
			{lines.map((line, index) => (
				<Text key={line} wrap="truncate" {...noticeStyles[tone]}>
					{cutText(`${index === 0 && tone === 'bad' ? signs.problem : ' '}${line}`, columns)}
				</Text>
			))}
		</Box>
	);
}
