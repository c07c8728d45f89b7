import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {TextFieldState} from '../../app/text-field-state.ts';
import {viewTextField} from '../text-field/text-field-view.ts';

/** A line of text being typed, with its caret, exactly `width` cells wide. */
export function CaretText({
	field,
	width,
	masked = false,
}: {
	readonly field: TextFieldState;
	readonly width: number;
	readonly masked?: boolean;
}): ReactElement {
	const {before, caret, after} = viewTextField(field, width, masked);
	return (
		<Text underline>
			{before}
			<Text inverse>{caret}</Text>
			{after}
		</Text>
	);
}
