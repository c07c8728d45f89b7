import type {TextEdit} from '../text-field-state.ts';
import type {Command} from './command.ts';

/** Moving and deleting in any line of text. */
export const textCommands: readonly Command[] = [
	edit('left', 'Left one character'),
	edit('right', 'Right one character'),
	edit('word-left', 'Left one word'),
	edit('word-right', 'Right one word'),
	edit('home', 'To the start'),
	edit('end', 'To the end'),
	edit('delete-left', 'Delete the character before'),
	edit('delete-right', 'Delete the character after'),
	edit('delete-word-left', 'Delete the word before'),
	edit('delete-to-start', 'Delete to the start'),
	edit('delete-to-end', 'Delete to the end'),
];

function edit(change: TextEdit, title: string): Command {
	return {
		id: `text.${change}`,
		title,
		when: ['text'],
		basic: true,
		run: () => ({type: 'text/edit', edit: change}),
	};
}
