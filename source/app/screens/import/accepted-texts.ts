import type {FieldKey} from '../../../domain/field.ts';
import {storedField} from '../../../domain/field-lists.ts';
import {fullName, type User} from '../../../domain/user.ts';
import type {AcceptedLine} from './preview-tabs.ts';
import {shownValue} from './reveal-pin.ts';

/** What a line is about; a user who is created or unchanged is the same before and after. */
export function readAccepted({judged}: AcceptedLine): {
	readonly line: number;
	readonly kind: string;
	readonly before: User;
	readonly after: User;
} {
	const {kind, row} = judged;
	const [before, after] = kind === 'update' ? [judged.before, judged.after] : [judged.user, judged.user];
	return {line: row.line, kind, before, after};
}

/** What a column says of a line, but for the change. */
export function acceptedText(accepted: AcceptedLine, key: string): string {
	const {line, kind, before, after} = readAccepted(accepted);
	const column = accepted.key === undefined ? '' : storedField(accepted.key).header;
	return {line: String(line), action: kind, id: String(after.id), who: fullName(before), column}[key] ?? '';
}

/** A value before and after; PINs only while they are shown. */
export function changeTexts(
	key: FieldKey,
	before: User,
	after: User,
	revealed: boolean,
): readonly [string, string] {
	const field = storedField(key);
	return [shownValue(field, before[key], revealed), shownValue(field, after[key], revealed)];
}
