import {type KeymapMessage, keyName} from './keymap/keymap.ts';
import {type Model, openScreen, topScreen, withNotice} from './model.ts';
import type {Step} from './saving/make-change.ts';

/** Other keys from now on, also the next time. */
export function chooseKeymap(model: Model, {name}: KeymapMessage): Step {
	const next = {...model, keymap: model.keymaps[name]};
	const remember = [{type: 'keymap/remember', name}] as const;
	// Somebody who keeps the keys of now need not be told of them.
	if (next.keymap === model.keymap) return [next, remember];
	if (next.keymap.problem !== undefined) return [withNotice(next, next.keymap.problem, 'bad'), remember];
	const help = `${keyName(next, 'help.open')} shows all keys.`;
	const said =
		name === 'vim' ? `Vim keys: ${describeVim(next)}` : 'Sheet keys: typing in the grid begins a value.';
	return [withNotice(next, `${said} ${help}`, 'good'), remember];
}

function describeVim(model: Model): string {
	const moves = (['cursor.left', 'cursor.down', 'cursor.up', 'cursor.right'] as const).map((id) =>
		keyName(model, id),
	);
	return `${moves.join(' ')} move, ${keyName(model, 'cell.edit')} edits, ${keyName(model, 'cell.replace')} replaces, ${keyName(model, 'change.undo')} takes back.`;
}

/** Somebody who types only letters that move in Vim into a cell is asked, once, whether to have its keys. */
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
