import type {PinMode} from '../../app/screens/pin/pin-state.ts';

/** What each way to set PINs is called, for one user and for many. */
export const pinLabels: Readonly<Record<'one' | 'many', Readonly<Record<PinMode, string>>>> = {
	one: {typed: 'This PIN:', generated: 'A generated PIN', 'generated-each': 'A generated PIN'},
	many: {
		typed: 'This PIN for all of them:',
		generated: 'One generated PIN for all of them',
		'generated-each': 'A generated PIN for each of them',
	},
};
