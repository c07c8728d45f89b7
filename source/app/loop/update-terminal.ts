import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import type {ClipboardMessage, MouseMessage} from '../terminal-message.ts';

/** Takes in what the terminal has to say beside keys. */
export function updateTerminal(model: Model, message: ClipboardMessage | MouseMessage): Step {
	switch (message.type) {
		case 'clipboard/refused':
			return [withNotice(model, message.message, 'bad'), []];
		case 'mouse/switch':
			return [withNotice({...model, mouse: message.on}, describeMouse(message.on)), []];
	}
}

function describeMouse(isOn: boolean): string {
	return isOn
		? 'The mouse is for usersheet now. Most terminals mark text when Shift is held with it.'
		: 'The mouse is for the terminal again, to mark text with it.';
}
