import {homedir} from 'node:os';
import path from 'node:path';

/**
 * conf's standard folder for the user: `~/.config/usersheet`, `~/Library/Preferences/usersheet` or
 * `%APPDATA%\usersheet\Config`. Worked out here because asking conf creates the folder; a test holds the two together.
 */
export function defaultDirectory(
	platform: NodeJS.Platform = process.platform,
	environment: NodeJS.ProcessEnv = process.env,
): string {
	const home = homedir();
	if (platform === 'darwin') return path.join(home, 'Library', 'Preferences', 'usersheet');
	if (platform === 'win32') {
		return path.join(environment.APPDATA || path.join(home, 'AppData', 'Roaming'), 'usersheet', 'Config');
	}
	return path.join(environment.XDG_CONFIG_HOME || path.join(home, '.config'), 'usersheet');
}
