import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {TextFieldState} from '../../app/text-field-state.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {theme} from '../theme.ts';

/** The first line of a list: its name, what there is to say of it, and something short at the right edge. */
export function HeadingLine(props: {
	readonly name: string;
	readonly about: string;
	readonly edge: string;
	readonly isFiltered: boolean;
	/** Terminal cells of the whole line. */
	readonly columns: number;
}): ReactElement {
	const room = props.columns - textWidth(props.name) - 1;
	const edge = cutText(props.edge, Math.floor(room / 2));
	const left = cutText(` ${props.about}`, room - textWidth(edge) - 1);
	return (
		<Text wrap="truncate">
			<Text {...theme.title}>{props.name}</Text>
			<Text {...(props.isFiltered ? theme.warning : {})}>{left}</Text>
			{' '.repeat(Math.max(1, room - textWidth(left) - textWidth(edge)))}
			<Text {...theme.quiet}>{edge}</Text>
		</Text>
	);
}

/** The first line of a list while its filter is typed. */
export function FilterLine(props: {
	readonly name: string;
	readonly field: TextFieldState;
	/** How much is found; '' where there is no room for it. */
	readonly found: string;
	/** Terminal cells that the filter has, as far as they are between 10 and 40. */
	readonly room: number;
}): ReactElement {
	return (
		<Text wrap="truncate">
			<Text {...theme.title}>{props.name}</Text>
			{' Filter: '}
			<CaretText field={props.field} width={Math.max(10, Math.min(40, props.room))} />
			{props.found === '' ? '' : `  ${props.found}`}
		</Text>
	);
}
