import {isBlock} from '../../csv/parse-block.ts';
import {refuseReadOnly} from '../commands/command.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {App} from '../screens/screen-kind.ts';
import {focusedTable} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import {isBeyondCursor} from '../table/scope.ts';
import {oneLine} from '../text-field-state.ts';
import {contextsOf} from './contexts.ts';
import {beginTyping, sayUnused} from './press-key.ts';

/** Characters that a line of text takes: more than any field holds. */
const longestLine = 65_536;

/** Puts pasted text into the line that has the keys, or begins a value with it. Several cells go into cells, and so does one into several. */
export function pasteText(model: Model, text: string, unbracketed: boolean, app: App): Step {
	if (text.trim() === '') return [model, []];
	const [context = 'any'] = contextsOf(model);
	const isTyping = contextsOf(model).includes('text');
	if (context === 'importFile' && isBlock(text)) return app.update(model, {type: 'import/take-paste', text});
	const table = focusedTable(model);
	const isFile = context === 'importPreview';
	const isMany =
		isBlock(text) || isFile || (context === 'grid' && table !== undefined && isBeyondCursor(table));
	if (!isTyping && isMany) {
		if (context !== 'grid' && !isFile)
			return [withNotice(model, `That is a block of several cells: ${adviseImport(model)}`, 'bad'), []];
		const reason = refuseReadOnly(model);
		if (reason !== undefined) return [withNotice(model, reason, 'bad'), []];
		return app.update(model, {type: 'fill/paste', text, unbracketed});
	}
	if (text.length > longestLine)
		return [withNotice(model, `That is more than any field holds: ${adviseImport(model)}`, 'bad'), []];
	const line = oneLine(text);
	if (isTyping) return app.update(model, {type: 'text/insert', text: line});
	return beginTyping(model, line, app) ?? [sayUnused(model, 'Pasted text'), []];
}

/** Says that a paste is longer than what is taken. */
export function refuseLongPaste(model: Model): Model {
	return withNotice(model, `That is over 1 MB, and too much to paste: ${adviseImport(model)}`, 'bad');
}

function adviseImport(model: Model): string {
	return `save it as a CSV file and import it with ${keyName(model, 'import.open')}.`;
}
