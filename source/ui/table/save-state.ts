import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {theme} from '../theme.ts';

/** Whether everything is saved, for the end of the line above the keys. */
export function describeSave(model: Model): {readonly text: string; readonly style: object} {
	const {save, pending, refused} = model;
	if (refused.length > 0 && save.state !== 'failed')
		return {
			text: `! ${refused.length} not saved. ${keyName(model, 'store.retry')} asks again.`,
			style: theme.bad,
		};
	switch (save.state) {
		case 'saved':
			return {text: 'All saved', style: theme.quiet};
		case 'saving':
			return {text: 'Saving…', style: {}};
		case 'failed':
			return {
				text: `! ${pending.length} not saved. ${keyName(model, 'store.retry')} tries again.`,
				style: theme.bad,
			};
		case 'read-only':
			return {text: 'Read-only', style: theme.warning};
	}
}
