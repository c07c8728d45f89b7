import {type KeymapMessage, keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';

/** Other keys from now on, also the next time. */
export function chooseKeymap(model: Model, {name}: KeymapMessage): Step {
	const next = {...model, keymap: model.keymaps[name]};
	const remember = [{type: 'keymap/remember', name}] as const;
	// A person who keeps the keys of now need not be told of them.
	if (next.keymap === model.keymap) return [next, remember];
	if (next.keymap.problem !== undefined) return [withNotice(next, next.keymap.problem, 'bad'), remember];
	const help = `${keyName(next, 'help.open')} shows all keys.`;
	const said =
		name === 'vim' ? `Vim keys: ${describeVim(next)}` : 'Sheet keys: typing in the grid begins a value.';
	return [withNotice(next, `${said} ${help}`, 'good'), remember];
}

function describeVim(model: Model): string {
	const moves = (['table.left', 'table.down', 'table.up', 'table.right'] as const).map((id) =>
		keyName(model, id),
	);
	return `${moves.join(' ')} move, ${keyName(model, 'cell.edit')} edits, ${keyName(model, 'cell.replace')} replaces, ${keyName(model, 'change.undo')} takes back.`;
}
