import {type Model, openScreen, topScreen} from '../../model.ts';
import type {Step} from '../../step.ts';

/** A person who types only letters that move in Vim into a cell is asked, once, whether to have its keys. */
export function offerVimKeys(before: Model, [model, effects]: Step): Step {
	const {editor} = before.grid;
	const isOver = editor?.openedBy === 'typing' && model.grid.editor === undefined;
	if (!model.offersVim || !isOver || !/^[hjkl]+$/.test(editor.field.text)) return [model, effects];
	if (topScreen(model) !== undefined) return [model, effects];
	const isStored = model.sheet !== before.sheet;
	const question = {
		name: 'confirm',
		question: 'The letters h, j, k and l move the cursor in Vim. Use Vim keys here?',
		details: [
			...(isStored ? ['What you have just typed is in the cell now: an undo takes it back.'] : []),
			'The list of commands can switch the keys at any time.',
		],
		action: 'Use Vim keys',
		confirm: {type: 'keymap/choose', name: 'vim'},
		refuse: {type: 'keymap/choose', name: 'sheet'},
	} as const;
	return [openScreen({...model, offersVim: false}, question), effects];
}
