import type {ReplaceRow} from '../../app/screens/replace/replace-state.ts';
import {replacedKeys} from '../../domain/cells/plan-replace.ts';

/** What each line of the form is called. */
export const replaceLabels: Readonly<Record<ReplaceRow, string>> = {
	find: 'Find',
	replacement: 'Replace with',
	isPattern: 'Regular expression',
	isCased: 'Capitals count',
	inAll: 'All columns of text',
};

/** What the line with the cursor does. */
export function replaceHelp(focus: ReplaceRow): string {
	return {
		find: 'The text to find. PINs, passwords and profiles are never looked through.',
		replacement: 'Taken as it is; blank removes what is found.',
		isPattern:
			'As in a filter: . [a-z] \\d * + ? {2,5} ( | ) and ^ $ for the beginning and the end of a value. The longest find counts.',
		isCased: 'Whether "A" and "a" differ.',
		inAll: `Not only the columns of the range or under the cursor: all ${replacedKeys.length} that hold text.`,
	}[focus];
}
