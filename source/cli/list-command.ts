import {type Command, Option} from 'commander';
import {noteChange} from '../domain/change.ts';
import {findProblems} from '../domain/check-in-sheet.ts';
import {isMasked} from '../domain/field.ts';
import {storedFields} from '../domain/field-lists.ts';
import {describeShown, withPin} from '../domain/hand-out/slip.ts';
import {shownValue} from '../domain/life-cycle/grid-columns.ts';
import {userState} from '../domain/life-cycle/user-state.ts';
import {formatProblem} from '../domain/problem.ts';
import {type Sheet, surroundingsOf} from '../domain/sheet.ts';
import {systemFields} from '../domain/system-fields.ts';
import type {Surroundings, User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import type {Act} from './act.ts';
import {addColumnFlags, type ColumnFlags, chooseColumns} from './chosen-columns.ts';
import {addUserFlags, chooseUsers, type UserFlags} from './chosen-users.ts';
import {type Context, type Opened, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {jsonLines, toJsonProblem} from './format-json.ts';
import {type Io, printLine, printLines, writePieces} from './io.ts';
import {jsonHelp} from './json-help.ts';
import {printUsers} from './print-users.ts';

type ListFlags = UserFlags &
	ColumnFlags & {readonly json?: boolean; readonly showPins?: boolean; readonly problems?: boolean};

/** `usersheet list`. */
export function registerList(program: Command, act: Act): void {
	const command = program
		.command('list')
		.description('show users as text')
		.option('--json', 'as a JSON array')
		.addOption(new Option('--show-pins', 'with the deployment PINs').conflicts('pins'))
		.option('--problems', 'instead, what is wrong with any of them, or deserves a look');
	addColumnFlags(addUserFlags(command)).addHelpText('after', jsonHelp.list).action(act(runList));
}

async function runList(context: Context, flags: ListFlags): Promise<number> {
	const {json = false, showPins = false, problems = false} = flags;
	// Whose PINs are shown is written to the history.
	const isNoted = showPins && !problems && !context.isReadOnly;
	return withSheet(context, isNoted ? 'write' : 'read', async (opened) => {
		const {io} = context;
		const {sheet} = opened;
		const chosen = await chooseUsers(flags, opened, io);
		if ('failed' in chosen) return chosen.failed;
		const {users} = chosen;
		if (isNoted) await noteShown(opened, users, io);
		if (problems) await printProblems(io, sheet, users, json);
		else if (json) await writePieces(io.stdout, jsonLines(users, jsonFormat(sheet, showPins, flags)));
		else await printUsers(io, sheet, users, {...flags, showPins});
		return exitCodes.done;
	});
}

/** The history is told whose PINs are shown (rules.md 3.19); where it cannot be, they are shown all the same, as with --read-only. */
async function noteShown({store, sheet}: Opened, users: readonly User[], io: Io): Promise<void> {
	const pins = withPin(users);
	if (pins.length === 0) return;
	const committed = await store.commit(noteChange(describeShown(pins.map(({id}) => id))), sheet);
	if ('error' in committed) printLine(io.stderr, `Not noted in the history: ${committed.error.message}`);
}

async function printProblems(io: Io, sheet: Sheet, users: readonly User[], json: boolean): Promise<void> {
	const ids = users.map(({id}) => id);
	const problems = finishWork(findProblems(sheet, ids)).map(({problem}) => problem);
	if (json) await writePieces(io.stdout, jsonLines(problems, toJsonProblem));
	else await printLines(io.stdout, problems.map(formatProblem));
	if (problems.length === 0) printLine(io.stderr, 'Nothing is wrong with any user.');
}

/** What usersheet keeps about a user and may be seen. */
const keptFields = systemFields.filter((field) => !isMasked(field));

/** A user with the columns that were asked for, by key, or with all that is stored. */
function jsonFormat(sheet: Sheet, showPins: boolean, flags: ColumnFlags): (user: User) => object {
	const {columns} = flags;
	const surroundings = surroundingsOf(sheet);
	if (columns === undefined) return (user) => toJsonUser(user, surroundings, showPins);
	return (user) =>
		Object.fromEntries(
			chooseColumns(flags, columns).map((field) => {
				if (field.key === 'state') return [field.key, userState(user, surroundings)];
				const value = shownValue(user, field, surroundings);
				const isShown = !isMasked(field) || (showPins && field.key === 'deploymentPin');
				return [field.key, field.key === 'id' ? user.id : isShown ? value : value !== ''];
			}),
		);
}

/** A user with the field keys; of a secret only whether there is one, and no PIN unless it was asked for. */
function toJsonUser(user: User, surroundings: Surroundings, showPins: boolean): object {
	const shown = storedFields.filter(({kind}) => kind !== 'secret' && (kind !== 'pin' || showPins));
	const secret = storedFields.filter(({kind}) => kind === 'secret');
	return {
		id: user.id,
		state: userState(user, surroundings),
		...Object.fromEntries(keptFields.map(({key}) => [key, user[key]])),
		...Object.fromEntries(shown.map(({key}) => [key, user[key]])),
		secrets: Object.fromEntries(secret.map(({key}) => [key, user[key] !== ''])),
	};
}
