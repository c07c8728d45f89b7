import {disabledReason} from '../../app/loop/command-table.ts';
import {contextsOf} from '../../app/loop/contexts.ts';
import {findBinding} from '../../app/loop/find-binding.ts';
import {clearNotice} from '../../app/loop/press-key.ts';
import type {Message} from '../../app/message.ts';
import type {Model} from '../../app/model.ts';
import {focusedScreen, focusedTable, kindOf} from '../../app/screens/screen-table.ts';
import {findByBeginning} from '../../domain/compare-text.ts';
import {quote} from '../../domain/problem.ts';
import type {Runtime} from '../../shell/runtime.ts';
import {findLineCommand} from './find-line-command.ts';
import {tellChange} from './tell-change.ts';
import {nameColumn, tellRow, tellRows, tellWholeRow} from './tell-list.ts';

/** What only lines have: they read aloud what the eye finds by itself, and one word goes back from everything. */
const readers: Readonly<Record<string, (runtime: Runtime, rest: string) => readonly string[]>> = {
	row: ({model}) => {
		const table = focusedTable(model());
		return table === undefined ? [] : [tellRow(table) ?? '', ...tellWholeRow(table)];
	},
	rows: ({model}) => {
		const table = focusedTable(model());
		return table === undefined ? [] : tellRows(table);
	},
	column: goToColumn,
	cancel: ({dispatch}) => {
		press(dispatch, ['escape']);
		return [];
	},
};

/**
 * Does what a line says: text where a line of text has the keys, or else a command; `:` before it makes it a command anywhere.
 *
 * @returns what is to be told beside what has changed
 */
export async function followLine(runtime: Runtime, line: string): Promise<readonly string[]> {
	const {model, dispatch} = runtime;
	const open = contextsOf(model());
	const isPalette = open[0] === 'commands';
	const text = line.replace(/^:/, '').trim();
	// One word goes back from everything: a person who hears no keys must not be caught in a line of text.
	const isCommand =
		line.startsWith(':') || text === 'cancel' || (!open.includes('text') && line !== '') || isPalette;
	if (/^\d+$/.test(text) && isCommand !== open.includes('choice') && chooseRow(runtime, Number(text)))
		return [];
	if (!isCommand) {
		if (line === '' && !meansEnter(model())) return tellChange(undefined, clearNotice(model()));
		await typeLine(runtime, line);
		return [];
	}
	if (isPalette) {
		dispatch({type: 'screen/close'});
		if (text === 'cancel' || text === '') return [];
	}
	if (text === 'empty' && open.includes('text')) {
		await typeLine(runtime, '', true);
		return [];
	}
	const [word = '', ...rest] = text.split(/\s+/u);
	const read = readers[word.toLowerCase()];
	return read === undefined ? runLine(runtime, text) : read(runtime, rest.join(' '));
}

/** Whether an empty line is the Enter of a line of text, a list or a button: it is no command for the cell under the cursor. */
function meansEnter(model: Model): boolean {
	if (contextsOf(model).includes('text')) return true;
	return focusedTable(model)?.cursor !== 'cell' && findBinding(model, {chord: 'enter'}) !== undefined;
}

async function runLine(runtime: Runtime, text: string): Promise<readonly string[]> {
	const {model, dispatch} = runtime;
	const found = findLineCommand(model(), text);
	switch (found.type) {
		case 'none':
			return [`No command fits ${quote(text)}. "help" lists all.`];
		case 'press':
			press(dispatch, found.chords);
			return [];
		case 'choose':
			openPalette(runtime, text);
			return [];
		case 'run': {
			const reason = disabledReason(found.command, model());
			if (reason !== undefined) return [reason];
			// As the palette does it, so that it means the same.
			openPalette(runtime, found.rest === undefined && hasArgument(text) ? text : found.command.id);
			dispatch(pressed('enter'));
			if (found.rest === undefined) return [];
			await runtime.whenIdle();
			if (contextsOf(model()).includes('text')) await typeLine(runtime, found.rest);
			return [];
		}
	}
}

/** Whether a line may be more than a name: then the palette finds the command with what it is given. */
function hasArgument(text: string): boolean {
	return /\s|^\d+$/.test(text);
}

function openPalette({dispatch}: Runtime, text: string): void {
	dispatch({type: 'commands/open', purpose: 'palette'});
	dispatch({type: 'text/insert', text});
}

/** Puts the text into the line that has the keys, in place of what is there, and presses Enter. An empty line leaves it. */
async function typeLine(runtime: Runtime, text: string, clears = text !== ''): Promise<void> {
	const {dispatch} = runtime;
	if (clears) {
		dispatch({type: 'text/edit', edit: 'delete-to-start'});
		dispatch({type: 'text/edit', edit: 'delete-to-end'});
	}
	if (text !== '') dispatch({type: 'text/insert', text});
	await runtime.whenIdle();
	dispatch(pressed('enter'));
}

/** Chooses a row of a list by its place, from 1; false where there is nothing to choose. */
function chooseRow({model, dispatch}: Runtime, place: number): boolean {
	const table = focusedTable(model());
	const isChosen = kindOf(focusedScreen(model())).layer === 'panel' && table?.cursor === 'row';
	if (!isChosen || table.state.rows[place - 1] === undefined) return false;
	dispatch({type: 'table/move-to', row: 'first'});
	dispatch({type: 'table/move-cursor', rows: place - 1, columns: 0});
	dispatch(pressed('enter'));
	return true;
}

function goToColumn({model, dispatch}: Runtime, name: string): readonly string[] {
	const table = focusedTable(model());
	if (table === undefined || table.cursor === 'row') return ['There are no columns here.'];
	const names = table.columns.map(nameColumn);
	const column = findByBeginning(names, name);
	if (name === '' || column < 0) return [`The columns are: ${names.join(', ')}.`];
	dispatch({type: 'table/move-cursor', rows: 0, columns: column - table.state.cursor.column});
	return [];
}

/** Presses keys one after the other. None of them waits for a digit after Esc. */
function press(dispatch: Runtime['dispatch'], chords: readonly string[]): void {
	for (const chord of chords) dispatch(pressed(chord));
	dispatch({type: 'escape/expire'});
}

function pressed(chord: string): Message {
	const text = chord === 'space' ? ' ' : chord;
	return {
		type: 'input/press-key',
		key: {chord, ...([...text].length === 1 ? {text} : {})},
	};
}
