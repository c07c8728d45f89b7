import type {CommandId} from './keymap.ts';
import {sheetKeys} from './sheet-keys.ts';

/** The keys of each command as Vim has them; what Vim has no key for keeps that of the sheet. No letter is bound where text is typed. */
export const vimKeys: Readonly<Record<CommandId, readonly string[]>> = {
	...sheetKeys,
	'table.up': ['k', 'up'],
	'table.down': ['j', 'down'],
	'table.left': ['h', 'left'],
	'table.right': ['l', 'right'],
	'table.page-up': ['ctrl+u', 'pageup'],
	'table.page-down': ['ctrl+d', 'pagedown'],
	'table.row-start': ['0', 'home', 'ctrl+left'],
	'table.row-end': ['$', 'end', 'ctrl+right'],
	'table.first': ['g g', 'ctrl+home', 'ctrl+up'],
	'table.last': ['G', 'ctrl+end', 'ctrl+down'],
	'table.range': ['v', 'f8'],
	'table.range-column': ['V'],
	'table.copy': ['y', 'ctrl+c'],
	'columns.choose': ['z o'],
	'columns.hide': ['z c'],
	'columns.left': ['z h', 'alt+shift+left'],
	'columns.right': ['z l', 'alt+shift+right'],
	'columns.freeze': ['z f'],
	'columns.wider': ['z >', 'alt+right'],
	'columns.narrower': ['z <', 'alt+left'],
	'columns.fit': ['z ='],
	'cell.edit': ['i', 'enter', 'f2'],
	'cell.replace': ['c'],
	// Its key in the sheet goes a page down here.
	'cells.fill-down': [],
	'cells.fill': ['C'],
	'cells.paste': ['p', 'ctrl+v'],
	'cells.cut': ['d', 'ctrl+x'],
	'cell.clear': ['x', 'delete', 'backspace'],
	'change.undo': ['u', 'ctrl+z'],
	'change.redo': ['ctrl+r', 'ctrl+y'],
	'import.change-option': ['space', 'l', 'right'],
	'import.change-option-back': ['h', 'left'],
	'import.undo': ['u', 'ctrl+z'],
	'history.undo': ['u', 'U'],
	// Its key in the sheet is that of redo here.
	'pin.reveal': ['f3'],
};
