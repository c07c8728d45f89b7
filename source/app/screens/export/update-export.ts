import {describeHandOut} from '../../../domain/hand-out/slip.ts';
import {closeScreen, type Model, openScreen, replaceScreen, type Screen, withNotice} from '../../model.ts';
import {makeNote} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {typedPath} from '../../typed-path.ts';
import type {ExportMessage} from './export-messages.ts';
import type {ExportState} from './export-state.ts';
import {openExport} from './open-export.ts';

/** Asks for a file name, has the file written, and says what became of it. */
export function updateExport(model: Model, message: ExportMessage): Step {
	const screen = model.screens.at(-1);
	switch (message.type) {
		case 'export/open':
			return [openExport(model), []];
		case 'export/write':
			return screen?.name === 'export' ? writeFile(model, screen, message.replace) : [model, []];
		case 'export/written': {
			const next = isAnswered(screen, message) ? closeScreen(model) : model;
			const {content, path} = message;
			if (content.kind !== 'hand-out') return [withNotice(next, `Written: ${path}`, 'good'), []];
			// Whether they were told is for a person to say.
			const text = `Written: ${path}. ":told" ticks the PINs once they are told.`;
			return makeNote(withNotice(next, text, 'good'), describeHandOut(content.users));
		}
		case 'export/failed': {
			// Who has left the dialog since is told, and asked nothing: another one may be open by now.
			if (!isAnswered(screen, message))
				return [withNotice(model, `Not written: ${message.message}`, 'bad'), []];
			const {problem: _, ...rest} = screen;
			const back = {...rest, writing: false};
			if (message.reason === 'failed') return [replaceScreen(model, {...back, problem: message.message}), []];
			return [
				openScreen(replaceScreen(model, back), {
					name: 'confirm',
					question: message.message,
					details: [],
					action: 'Replace the file',
					confirm: {type: 'export/write', replace: true},
				}),
				[],
			];
		}
	}
}

/** Whether this dialog waits for this answer, and not for one to another name. */
function isAnswered(screen: Screen | undefined, {path}: {readonly path: string}): screen is ExportState {
	return screen?.name === 'export' && screen.writing && typedPath(screen.field.text) === path;
}

function writeFile(model: Model, screen: ExportState, replace: boolean): Step {
	const path = typedPath(screen.field.text);
	if (path === '')
		return [replaceScreen(model, {...screen, problem: 'Type the name of the file first.'}), []];
	const {content} = screen;
	return [replaceScreen(model, {...screen, writing: true}), [{type: 'file/write', path, content, replace}]];
}
