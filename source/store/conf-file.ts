import path from 'node:path';
import Conf, {type Options} from 'conf';

/** conf holds the text as it is: parsing is ours, for its line numbers, its layout and its speed. */
type Held = {readonly text: string};

/** Reads a file through conf; undefined when it is gone. */
export function readConfFile(file: string): string | undefined {
	let text: string | undefined;
	// conf reads once while it is made, and writes nothing without defaults and schema.
	new Conf<Held>({
		...optionsFor(file),
		deserialize(found) {
			text = found;
			return {text: found};
		},
	});
	return text;
}

/** Writes a file through conf: into a temporary one, created 0600, synced, renamed. The folder must exist. */
export function writeConfFile(file: string, text: string): void {
	new Conf<Held>({...optionsFor(file), deserialize: (found) => ({text: found})}).store = {text};
}

function optionsFor(file: string): Options<Held> {
	const {dir, name, ext} = path.parse(file);
	return {
		cwd: dir,
		configName: name,
		fileExtension: ext,
		accessPropertiesByDotNotation: false,
		configFileMode: 0o600,
		clearInvalidConfig: false,
		serialize: (held) => held.text,
	};
}
