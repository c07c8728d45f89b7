import {searchText} from '../compare-text.ts';
import {fullName, type User} from '../user.ts';

/** Letters of a name that go into the name of a file. */
const longest = 40;

/**
 * What the file of a message is called, without its ending: "0042-ann-archer". Only the ID and the letters of the name go into it,
 * and so nothing that a file system, a shell or another program could take for something else.
 *
 * @param turn from 2 on, where the names before are taken
 */
export function messageFileName(user: Pick<User, 'id' | 'firstName' | 'lastName'>, turn = 1): string {
	const [plain = ''] = searchText(fullName(user)).split('\n');
	const name = plain
		.replaceAll(/[^a-z]+/g, '-')
		.slice(0, longest)
		.replaceAll(/^-+|-+$/g, '');
	const parts = [String(user.id).padStart(4, '0'), name, turn === 1 ? '' : String(turn)];
	return parts.filter((part) => part !== '').join('-');
}
