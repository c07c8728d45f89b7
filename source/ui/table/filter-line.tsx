import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {TextFieldState} from '../../app/text-field-state.ts';
import {textWidth} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';

const label = ' Filter: ';

/** The first line of a list while its filter is typed. */
export function FilterLine(props: {
	readonly field: TextFieldState;
	/** How much is found. */
	readonly found: string;
	/** Terminal cells of the whole line. */
	readonly columns: number;
}): ReactElement {
	const {field, found, columns} = props;
	const width = Math.max(10, columns - label.length - textWidth(found) - 3);
	return (
		<Text wrap="truncate">
			{label}
			<CaretText field={field} width={width} />
			{`  ${found}`}
		</Text>
	);
}
