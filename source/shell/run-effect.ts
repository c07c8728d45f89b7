import type {Effect} from '../app/effect.ts';
import type {Store} from '../store/store.ts';
import {createClipboardRunners} from './clipboard-effects.ts';
import {createDeployRunners} from './deploy-effects.ts';
import {createEditorRunners} from './editor-effects.ts';
import type {Dispatch, EffectOf, EffectRunners} from './effect-runners.ts';
import {createFileRunners} from './file-effects.ts';
import {createHistoryRunners} from './history-effects.ts';
import {createMissingRunners} from './missing-effects.ts';
import {createOwnSettingRunners, type RememberSetting} from './own-setting-effects.ts';
import {createProblemRunners} from './problem-effects.ts';
import {createProfileRunners} from './profile-effects.ts';
import type {RunEffect} from './runtime.ts';
import {createScreenRunners, type ScreenAccess} from './screen-effects.ts';
import {createStoreRunners} from './store-effects.ts';
import {createTableRunners} from './table-effects.ts';
import {userRunners} from './user-effects.ts';
import {createWorklistRunners} from './worklist-effects.ts';

/** What the shell needs: the store, and what only the terminal can do. */
export type Shell = {
	readonly store: Store;
	readonly rememberSetting?: RememberSetting;
	readonly screen: ScreenAccess;
	readonly quit: () => void;
};

/** Every effect has its runner in a family of this table. */
export function createEffectRunner({store, rememberSetting, screen, quit}: Shell): RunEffect {
	const fileRunners = createFileRunners(store);
	const deployRunners = createDeployRunners(store);
	const runners: EffectRunners<Effect['type']> = {
		...createStoreRunners(store),
		...createHistoryRunners(store),
		...fileRunners,
		...deployRunners,
		...userRunners,
		...createProblemRunners(),
		...createProfileRunners(),
		...createMissingRunners(),
		...createWorklistRunners(),
		...createTableRunners(),
		...createScreenRunners(screen),
		...createClipboardRunners(screen),
		...createEditorRunners(screen),
		...createOwnSettingRunners(rememberSetting),
		'app/quit': () => {
			// A pipe that is waited for would keep the process.
			fileRunners['import/cancel']();
			deployRunners['deploy/cancel']();
			quit();
		},
	};
	/** Of one type for both, so that the compiler sees that they belong together. */
	async function runEffectOf<Type extends Effect['type']>(
		type: Type,
		effect: EffectOf<Type>,
		dispatch: Dispatch,
	): Promise<void> {
		await runners[type](effect, dispatch);
	}

	return (effect, dispatch) => runEffectOf(effect.type, effect, dispatch);
}
