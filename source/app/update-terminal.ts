import {type Model, withNotice} from './model.ts';
import type {Step} from './saving/make-change.ts';
import type {ClipboardMessage} from './terminal-message.ts';

/** Takes in what the terminal has to say beside keys. */
export function updateTerminal(model: Model, message: ClipboardMessage): Step {
	switch (message.type) {
		case 'clipboard/refused':
			return [withNotice(model, message.message, 'bad'), []];
	}
}
