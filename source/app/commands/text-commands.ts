import type {TextEdit} from '../text-field-state.ts';
import type {Command} from './command.ts';

/** Moving and deleting in any line of text. */
export const textCommands: readonly Command[] = [
	edit('left', 'Left one character', ['left']),
	edit('right', 'Right one character', ['right']),
	edit('word-left', 'Left one word', ['ctrl+left']),
	edit('word-right', 'Right one word', ['ctrl+right']),
	edit('home', 'To the start', ['home', 'ctrl+a']),
	edit('end', 'To the end', ['end', 'ctrl+e']),
	edit('delete-left', 'Delete the character before', ['backspace']),
	edit('delete-right', 'Delete the character after', ['delete', 'ctrl+d']),
	edit('delete-word-left', 'Delete the word before', ['ctrl+w']),
	edit('delete-to-start', 'Delete to the start', ['ctrl+u']),
	edit('delete-to-end', 'Delete to the end', ['ctrl+k']),
];

function edit(change: TextEdit, title: string, keys: readonly string[]): Command {
	return {
		id: `text.${change}`,
		title,
		keys,
		when: ['text'],
		basic: true,
		run: () => ({type: 'text/edit', edit: change}),
	};
}
