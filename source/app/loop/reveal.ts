import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';

/** Shows PINs and typed secrets, or hides them. */
export function toggleReveal(model: Model): Model {
	if (model.revealed) return hideSecrets(model);
	const text = `PINs are shown: ${keyName(model, 'pin.reveal')} or a minute hides them.`;
	return withNotice({...model, revealed: true}, text);
}

/** Hides what is revealed. */
export function hideSecrets(model: Model): Model {
	return model.revealed ? withNotice({...model, revealed: false}, 'PINs and secrets are hidden.') : model;
}

/** Each key lets what is revealed stay for a minute more (rules.md 3.19). */
export function withHiding([model, effects]: Step): Step {
	return model.revealed ? [model, [...effects, {type: 'screen/hide-later'}]] : [model, effects];
}
