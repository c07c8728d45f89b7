import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {shortHeader} from '../../app/screens/import/preview-kinds.ts';
import type {ProblemKind} from '../../app/screens/import/problem-kinds.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

/** The kinds of problem with their counts; the one that the rows are filtered by has a sign. */
export function KindsPanel({
	model,
	kinds,
	filter,
	width,
	height,
}: {
	readonly model: Model;
	readonly kinds: readonly ProblemKind[];
	readonly filter: string;
	readonly width: number;
	readonly height: number;
}): ReactElement {
	const widest = number(kinds[0]?.count ?? 0).length;
	const room = Math.max(0, height - 1);
	const shown = kinds.length > room ? kinds.slice(0, Math.max(0, room - 1)) : kinds;
	const more = kinds.length - shown.length;
	return (
		<Box flexDirection="column" width={width} flexShrink={0} height={height}>
			<Text wrap="truncate" {...theme.heading}>
				{cutText(` Problems (${keyName(model, 'import.choose-kind')} shows one kind)`, width - 1)}
			</Text>
			{shown.map((kind) => (
				<Text key={kind.filter} wrap="truncate" {...(kind.filter === filter ? theme.warning : {})}>
					{cutText(
						`${kind.filter === filter ? '/' : ' '}${number(kind.count).padStart(widest)} ${nameKind(kind)}`,
						width - 1,
					)}
				</Text>
			))}
			{more > 0 ? <Text wrap="truncate">{cutText(` and ${more} more kinds`, width - 1)}</Text> : null}
		</Box>
	);
}

function nameKind({name, column}: ProblemKind): string {
	return column === '' ? name : `${name}: ${shortHeader(column)}`;
}

function number(amount: number): string {
	return amount.toLocaleString('en-US');
}
