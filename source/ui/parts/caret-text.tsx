import {Text} from 'ink';
import {type ReactElement, useContext} from 'react';
import type {TextFieldState} from '../../app/text-field-state.ts';
import {viewTextField} from '../text-field/text-field-view.ts';
import {PlainTerminal} from './plain-terminal.ts';

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
	const isPlain = useContext(PlainTerminal);
	const {before, caret, after} = viewTextField(field, width, {masked, isPlain});
	return (
		<Text underline>
			{before}
			<Text inverse>{caret}</Text>
			{after}
		</Text>
	);
}
