import {type Model, replaceScreen, topScreen} from './model.ts';
import type {Step} from './saving/make-change.ts';
import {findTyped} from './screens/choice/find-choice.ts';
import {focusedText, setValue} from './screens/form/form-state.ts';
import {withFilter} from './screens/history/update-history-screen.ts';
import {withPath} from './screens/import/update-import.ts';
import {applyFilter} from './screens/users/filter-rows.ts';
import type {TextFieldState} from './text-field-state.ts';

/** Changes the line of text that has the keys, wherever it is, and does what hangs on its text. */
export function editFocusedText(model: Model, edit: (field: TextFieldState) => TextFieldState): Step {
	const screen = topScreen(model);
	if (screen === undefined) return [editInGrid(model, edit), []];
	switch (screen.name) {
		case 'form': {
			const {focus} = screen;
			const before = focusedText(screen);
			if (focus.kind !== 'text' || before === undefined) return [model, []];
			const {text, caret} = edit(before);
			const moved = {...screen, focus: {...focus, caret}};
			return [replaceScreen(model, setValue(moved, focus.key, text, model.sheet)), []];
		}
		case 'import': {
			if (screen.step !== 'file') return [model, []];
			const field = edit(screen.file.field);
			if (field.text === screen.file.field.text) {
				return [replaceScreen(model, {...screen, file: {...screen.file, field, index: -1}}), []];
			}
			const [next, effects] = withPath(model, screen, field.text);
			const moved = topScreen(next);
			return moved?.name === 'import'
				? [replaceScreen(next, {...moved, file: {...moved.file, field}}), effects]
				: [next, effects];
		}
		case 'pin': {
			const {problem: _, ...rest} = screen;
			return [replaceScreen(model, {...rest, field: edit(screen.field)}), []];
		}
		case 'export': {
			const {problem: _, ...rest} = screen;
			return [replaceScreen(model, {...rest, field: edit(screen.field)}), []];
		}
		case 'commands':
			return [replaceScreen(model, {...screen, field: edit(screen.field), index: 0}), []];
		case 'history': {
			if (screen.filterEditor === undefined) return [model, []];
			const field = edit(screen.filterEditor.field);
			const typed = {...screen, filterEditor: {...screen.filterEditor, field}};
			return [replaceScreen(model, withFilter(typed, field.text)), []];
		}
		case 'choice':
			return screen.find === undefined
				? [model, []]
				: [replaceScreen(model, findTyped(screen, edit(screen.find))), []];
		case 'confirm':
			return [model, []];
	}
}

function editInGrid(model: Model, edit: (field: TextFieldState) => TextFieldState): Model {
	const {editor, filterEditor} = model.grid;
	if (editor !== undefined) {
		const {problem: _, ...rest} = editor;
		return {...model, grid: {...model.grid, editor: {...rest, field: edit(editor.field)}}};
	}
	if (filterEditor === undefined) return model;
	const field = edit(filterEditor.field);
	const typed = {...model, grid: {...model.grid, filterEditor: {...filterEditor, field}}};
	return field.text === filterEditor.field.text ? typed : applyFilter(typed, field.text);
}
