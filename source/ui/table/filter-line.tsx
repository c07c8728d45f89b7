import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {TextFieldState} from '../../app/text-field-state.ts';
import {CaretText} from '../parts/caret-text.tsx';

/** The first line of a list while its filter is typed. */
export function FilterLine(props: {
	readonly field: TextFieldState;
	/** How much is found; '' where there is no room for it. */
	readonly found: string;
	/** Terminal cells that the filter has, as far as they are between 10 and 40. */
	readonly room: number;
}): ReactElement {
	return (
		<Text wrap="truncate">
			{' Filter: '}
			<CaretText field={props.field} width={Math.max(10, Math.min(40, props.room))} />
			{props.found === '' ? '' : `  ${props.found}`}
		</Text>
	);
}
