/** What most rows of the field table have in common. */
export const common = {
	aliases: [],
	foreign: [],
	width: 16,
	frozen: false,
	onForm: true,
	required: 'never',
	ofDeployment: false,
	longest: 100,
} as const;
/** A value that is stored and shown. */
export const text = {...common, role: 'stored', kind: 'text'} as const;
/** One that is never shown. */
export const secret = {
	...common,
	role: 'stored',
	kind: 'secret',
	width: 16,
	longest: 256,
} as const;
/** One that comes from elsewhere. */
export const derived = {...common, role: 'derived', exported: false} as const;
