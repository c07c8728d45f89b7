/** The flag for a value with this key: `--first-name` for `firstName`. */
export function flagOf(key: string): string {
	return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
