import type {OpenCell} from '../table/table.ts';
import type {EditText} from './screen-kind.ts';

/** A cell with another text, if one is open. Why it was refused at the last commit is said no longer. */
export function editOpenCell<Editor extends Pick<OpenCell, 'field'> & {readonly problem?: unknown}>(
	editor: Editor | undefined,
	edit: EditText,
) {
	if (editor === undefined) return undefined;
	const {problem: _, ...rest} = editor;
	return {...rest, field: edit(editor.field)};
}
