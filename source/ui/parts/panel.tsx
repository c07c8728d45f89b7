import {Box, Text} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

/** What lies over the lower part of the screen: a rule with a title, lines, and the keys. */
export function Panel({
	title,
	columns,
	children,
}: {
	readonly title: string;
	readonly columns: number;
	readonly children: ReactNode;
}): ReactElement {
	const shown = cutText(title, columns - 6);
	const rule = '─'.repeat(Math.max(0, columns - textWidth(shown) - 4));
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text wrap="truncate">
				{'── '}
				<Text {...theme.title}>{shown}</Text> {rule}
			</Text>
			{children}
		</Box>
	);
}
