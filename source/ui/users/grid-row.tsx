import {Text} from 'ink';
import {memo, type ReactElement, type ReactNode, useContext} from 'react';
import type {DrawnColumn} from '../../app/screens/users/grid-layout.ts';
import type {CellEditor} from '../../app/screens/users/users-state.ts';
import {isMasked, maskValue} from '../../domain/field.ts';
import {originTable} from '../../domain/origin.ts';
import type {Profile} from '../../domain/profile.ts';
import {cellValue, isReadOnly, type User} from '../../domain/user.ts';
import {fitText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {PlainTerminal} from '../parts/plain-terminal.ts';
import {signs, theme} from '../theme.ts';

/** One user as one line. Drawn again only when something of this line has changed. */
export const GridRow = memo(function GridRow({
	user,
	columns,
	profiles,
	isMarked,
	isRevealed,
	cursorColumn,
	editor,
}: {
	readonly user: User;
	readonly columns: readonly DrawnColumn[];
	readonly profiles: readonly Profile[];
	readonly isMarked: boolean;
	readonly isRevealed: boolean;
	/** Column of the cursor, if it is in this row. */
	readonly cursorColumn?: number | undefined;
	readonly editor?: CellEditor | undefined;
}): ReactElement {
	const isPlain = useContext(PlainTerminal);
	const isCurrent = cursorColumn !== undefined;
	const sign = isMarked ? signs.marked : originTable[user.origin].isSynchronised ? signs.readOnly : ' ';
	const parts: ReactNode[] = [`${isCurrent ? signs.cursor : ' '}${sign}`];
	for (const {field, index, width} of columns) {
		const value = cellValue(user, field, profiles);
		const isHidden = isMasked(field) && !(isRevealed && field.role === 'stored' && field.kind === 'pin');
		// Where nothing can be inverse, brackets stand around what the cursor is on.
		const [open, close] = isPlain && index === cursorColumn ? ['[', ']'] : ['', ''];
		const room = width - open.length - close.length;
		const text = fitText(isHidden ? maskValue(value) : value, room, field.key === 'id' ? 'right' : 'left');
		const isOpen = index === cursorColumn && editor !== undefined;
		const style = {
			...(index === cursorColumn ? theme.cursor : {}),
			...(field.key !== 'id' && isReadOnly(field, user.origin) ? theme.readOnly : {}),
		};
		// Between columns only: a space after the last one would be a cell too many.
		if (parts.length > 1) parts.push(' ');
		if (isOpen) {
			const masked = isMasked(field) && !isRevealed;
			parts.push(
				open,
				<CaretText key={field.key} field={editor.field} width={room} masked={masked} />,
				close,
			);
		} else {
			const shown = open + text + close;
			const isVisible = index === cursorColumn || text.trim() !== '';
			parts.push(isVisible && !isUnstyled(style) ? styled(field.key, style, shown) : shown);
		}
	}
	return (
		<Text wrap="truncate" {...(isMarked ? theme.marked : {})}>
			{parts}
		</Text>
	);
});

function isUnstyled(style: object): boolean {
	return Object.keys(style).length === 0;
}

function styled(key: string, style: object, text: string): ReactElement {
	return (
		<Text key={key} {...style}>
			{text}
		</Text>
	);
}
