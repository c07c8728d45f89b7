import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import type {ClipboardMessage, EditorMessage, MouseMessage} from '../terminal-message.ts';

/** Takes in what the terminal has to say beside keys. */
export function updateTerminal(model: Model, message: ClipboardMessage | EditorMessage | MouseMessage): Step {
	switch (message.type) {
		case 'clipboard/refused':
		case 'editor/failed':
			return [withNotice(model, message.message, 'bad'), []];
		case 'editor/edited':
			return [message.isChanged ? model : withNotice(model, 'Nothing was changed in the editor.'), []];
		case 'mouse/switch':
			return [withNotice({...model, mouse: message.on}, describeMouse(message.on)), []];
	}
}

function describeMouse(isOn: boolean): string {
	return isOn
		? 'The mouse is for usersheet now. Most terminals mark text when Shift is held with it.'
		: 'The mouse is for the terminal again, to mark text with it.';
}
