import type {Key} from './key.ts';
import {withQuestions} from './loop/ask-refused.ts';
import {chooseKeymap} from './loop/choose-keymap.ts';
import {commands, currentCommands, disabledReason} from './loop/command-table.ts';
import {finishEscape, pressAfterEscape, updateEscape} from './loop/escape.ts';
import {updateRefused} from './loop/keep-values.ts';
import {pasteText, refuseLongPaste} from './loop/paste-text.ts';
import {beginTyping, clearNotice, interrupt, pressKey} from './loop/press-key.ts';
import {quit} from './loop/quit.ts';
import {hideSecrets, toggleReveal, withHiding, withReveals} from './loop/reveal.ts';
import {undoAndShow} from './loop/show-undone.ts';
import {withTypeAhead} from './loop/type-ahead.ts';
import {updateArranging} from './loop/update-arranging.ts';
import {updateColumns} from './loop/update-columns.ts';
import {updateDraft} from './loop/update-draft.ts';
import {updateFilters} from './loop/update-filters.ts';
import {updatePointer} from './loop/update-pointer.ts';
import {updatePreference} from './loop/update-preference.ts';
import {updateStore} from './loop/update-store.ts';
import {updateTerminal} from './loop/update-terminal.ts';
import type {Message, Messages} from './message.ts';
import {closeScreen, type Model} from './model.ts';
import type {App, EditText} from './screens/screen-kind.ts';
import {focusedScreen, focusedTable, kindOf, screenTable, scrollIntoView} from './screens/screen-table.ts';
import type {Step} from './step.ts';
import {editFilter} from './table/filter-table.ts';
import {updateTable} from './table/update-table.ts';
import {editText, insertText} from './text-field-state.ts';

/** The only place where state changes: pure, from a model and a message to a model and work for the shell. */
export const update = withScrolling(withNotes(withQuestions(withTypeAhead(step))));

const app: App = {
	update: step,
	beginTyping: (model, typed) => beginTyping(model, typed, app),
	commands,
	currentCommands,
	disabledReason,
};

/** What a message of each noun does: a screen says it for its own. */
const updaters: {
	readonly [Noun in keyof Messages]: {update(model: Model, message: Messages[Noun], app: App): Step};
} = {
	...screenTable,
	table: {update: updateFocusedTable},
	cell: {update: updateFocusedCell},
	arranging: {update: updateArranging},
	input: {update: updateInput},
	screen: {update: updateScreen},
	text: {update: updateText},
	escape: {update: (model, message) => updateEscape(model, message, press)},
	pointer: {update: (model, message) => updatePointer(model, message, app, press)},
	mouse: {update: updateTerminal},
	clipboard: {update: updateTerminal},
	editor: {update: takeEdited},
	keymap: {update: chooseKeymap},
	columns: {update: updateColumns},
	filters: {update: updateFilters},
	preference: {update: updatePreference},
	undo: {update: undoAndShow},
	store: {update: updateStore},
	refused: {update: updateRefused},
	draft: {update: updateDraft},
	app: {
		update: (model, message) =>
			message.type === 'app/quit' ? quit(model, message.sure) : interrupt(model, message.again, app),
	},
};

function step(model: Model, message: Message): Step {
	return stepOf(nounOf(message), model, message);
}

/** Of one type for both, so that the compiler sees that they belong together. */
function stepOf<Noun extends keyof Messages>(noun: Noun, model: Model, message: Messages[Noun]): Step {
	return updaters[noun].update(model, message, app);
}

function nounOf({type}: Message): keyof Messages {
	const noun = type.slice(0, type.indexOf('/'));
	if (!isNoun(noun)) throw new Error(`No noun ${noun}`);
	return noun;
}

function isNoun(text: string): text is keyof Messages {
	return Object.hasOwn(updaters, text);
}

/** Whatever has changed, the cursors are in view: looked at once for each message, as late as can be. */
function withScrolling(whole: typeof step): typeof step {
	return (model, message) => {
		const [next, effects] = whole(model, message);
		return [next === model ? next : scrollIntoView(next), effects];
	};
}

/** What is on the screen by now may have to be noted. */
function withNotes(whole: typeof step): typeof step {
	return (model, message) => withReveals(whole(model, message));
}

function updateFocusedTable(model: Model, message: Messages['table']): Step {
	const table = focusedTable(model);
	return table === undefined ? [model, []] : updateTable(model, table, message);
}

function updateFocusedCell(model: Model, message: Messages['cell']): Step {
	const screen = focusedScreen(model);
	return kindOf(screen).cells?.update(model, screen, message, app) ?? [model, []];
}

function takeEdited(model: Model, message: Messages['editor']): Step {
	const screen = focusedScreen(model);
	return kindOf(screen).takeEdited?.(model, screen, message) ?? [model, []];
}

function press(model: Model, key: Key): Step {
	return pressKey(model, key, app);
}

function updateInput(model: Model, message: Messages['input']): Step {
	switch (message.type) {
		case 'input/press-key':
			return withHiding(pressAfterEscape(model, message.key, press));
		case 'input/paste': {
			const [next, effects] = finishEscape(model, press);
			const [pasted, more] = pasteText(clearNotice(next), message.text, message.unbracketed === true, app);
			return [pasted, [...effects, ...more]];
		}
		case 'input/refuse-paste':
			return [refuseLongPaste(clearNotice(model)), []];
	}
}

function updateScreen(model: Model, message: Messages['screen']): Step {
	switch (message.type) {
		case 'screen/resize':
			return [{...model, size: message.size}, []];
		case 'screen/close':
			return [closeScreen(model), []];
		case 'screen/redraw':
			return [model, [{type: 'screen/redraw'}]];
		case 'screen/toggle-reveal':
			return [toggleReveal(model), []];
		case 'screen/hide-secrets':
			return [hideSecrets(model), []];
	}
}

function updateText(model: Model, message: Messages['text']): Step {
	const edit: EditText = (field) =>
		message.type === 'text/insert' ? insertText(field, message.text) : editText(field, message.edit);
	const table = focusedTable(model);
	if (table?.state.filterEditor !== undefined) return editFilter(table, edit);
	const screen = focusedScreen(model);
	const step = kindOf(screen).editText?.(model, screen, edit, app);
	return step ?? [model, []];
}
