import {Box, Text} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

/** What lies over the lower part of the screen: a rule with a title, lines, and the keys. */
export function Panel({
	title,
	place = '',
	columns,
	children,
}: {
	readonly title: string;
	/** Where one is in its list, behind the title. */
	readonly place?: string;
	readonly columns: number;
	readonly children: ReactNode;
}): ReactElement {
	const where = place === '' ? '' : `  ${place}`;
	const shown = cutText(title, columns - 6 - where.length);
	const rule = '─'.repeat(Math.max(0, columns - textWidth(shown + where) - 4));
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text wrap="truncate">
				{'── '}
				<Text {...theme.title}>{shown}</Text>
				{where} {rule}
			</Text>
			{children}
		</Box>
	);
}
