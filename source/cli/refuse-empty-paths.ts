import type {Command} from 'commander';

/** Flags and arguments that name a file or a folder say so in their own text: `--store <folder>`, `[file]`. */
const path = /[<[](file|folder)[>\]]/;

/**
 * Refuses a path that is given and empty, as `--store "$UNSET"` gives it: it would mean the default store, or the
 * folder of the moment. Holds for every command, its flags and its arguments.
 */
export function refuseEmptyPaths(program: Command): void {
	program.hook('preAction', (_, command) => {
		for (let at: Command | null = command; at !== null; at = at.parent) {
			for (const option of at.options) {
				const [, kind] = path.exec(option.flags) ?? [];
				if (kind !== undefined && isBlankPath(at.getOptionValue(option.attributeName())))
					program.error(`error: option '${option.flags}' is empty. Name a ${kind}.`);
			}
		}
		for (const [index, argument] of command.registeredArguments.entries()) {
			if (argument.name() === 'file' && isBlankPath(command.processedArgs[index]))
				program.error(`error: argument 'file' is empty. Name a file.`);
		}
	});
}

function isBlankPath(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === '';
}
