import type {KeymapName} from '../app/keymap/keymap.ts';
import type {EffectRunners} from './effect-runners.ts';

/** Keeps the keys that a person has chosen; returns why that failed. */
export type RememberKeymap = (name: KeymapName) => string | undefined;

/** @param remember undefined where nothing may be kept */
export function createKeymapRunners(remember: RememberKeymap | undefined) {
	return {
		'keymap/remember': ({name}, dispatch) => {
			const text = remember?.(name);
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
	} satisfies EffectRunners<'keymap/remember'>;
}
