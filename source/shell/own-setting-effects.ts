import type {EffectRunners} from './effect-runners.ts';

/** Keeps what a person has chosen for all sheets; returns why that failed. */
export type RememberSetting = (
	setting: 'names' | 'keys' | 'columns' | 'filters' | 'mappings' | 'screen',
	value: string,
) => string | undefined;

/** @param remember undefined where nothing may be kept */
export function createOwnSettingRunners(remember: RememberSetting | undefined) {
	return {
		'keymap/remember': ({name}, dispatch) => {
			const text = remember?.('keys', name);
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
		'columns/remember': ({views}, dispatch) => {
			const text = remember?.('columns', Object.keys(views).length === 0 ? '' : JSON.stringify(views));
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
		'filters/remember': ({filters}, dispatch) => {
			const text = remember?.('filters', filters.length === 0 ? '' : JSON.stringify(filters));
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
		'mappings/remember': ({mappings}, dispatch) => {
			const text = remember?.('mappings', mappings.length === 0 ? '' : JSON.stringify(mappings));
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
		'preferences/remember': ({preferences}, dispatch) => {
			const text = remember?.('screen', JSON.stringify(preferences));
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
		'name/remember': ({name}, dispatch) => {
			const text = remember?.('names', name);
			if (text !== undefined) dispatch({type: 'store/noticed', text});
		},
	} satisfies EffectRunners<
		| 'keymap/remember'
		| 'columns/remember'
		| 'filters/remember'
		| 'mappings/remember'
		| 'preferences/remember'
		| 'name/remember'
	>;
}
