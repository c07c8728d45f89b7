import type {StoredField} from '../domain/field.ts';

/** The flag for a value with this key: `--first-name` for `firstName`. */
export function flagOf(key: string): string {
	return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The flag for a field, with what completion knows of its value: `--profile <profile>`. */
export function valueFlag({key, kind}: StoredField): string {
	return `${flagOf(key)} <${kind === 'profile' ? 'profile' : 'value'}>`;
}
