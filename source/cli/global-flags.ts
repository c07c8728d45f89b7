import type {KeymapName} from '../app/keymap/keymap.ts';

/** The flags that every command takes, before or after its name. */
export type GlobalFlags = {
	readonly store?: string;
	readonly readOnly?: boolean;
	readonly demo?: boolean;
	readonly keys?: KeymapName;
	readonly linear?: boolean;
	readonly passphraseFile?: string;
	readonly passphraseFd?: number;
};
