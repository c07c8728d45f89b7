import {isToTell} from '../pins/told-pin.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import type {Surroundings, User} from '../user.ts';
import {eachInSteps, type Work} from '../work.ts';
import type {UserState} from './state-table.ts';
import {userState} from './user-state.ts';

/** One kind of thing to do. */
type Task = {
	/** Stable for scripts. */
	readonly key: string;
	/** What stands behind the count: "12 to deploy". */
	readonly label: string;
	/** What to do, in a sentence. */
	readonly help: string;
	/** The users that it is about, as a filter of the grid; undefined for those who are users no longer. */
	readonly filter: string | undefined;
	readonly isAbout: (user: User, state: UserState) => boolean;
};

/** A kind of thing to do, and how many users it is about. */
export type WorkEntry = Pick<Task, 'key' | 'label' | 'help' | 'filter'> & {readonly count: number};

/** A state that is something to do. */
function inState(state: UserState, label: string, help: string): Task {
	return {key: state, label, help, filter: `state:${state}`, isAbout: (_, of) => of === state};
}

/** A mail that did not go out. */
function mailIs(result: User['mailResult'], label: string, help: string): Task {
	const filter = `delivery:${result}`;
	return {key: `mail-${result}`, label, help, filter, isAbout: (user) => user.mailResult === result};
}

/** Everything that there may be to do, what comes first above (rules.md 5.15). */
const tasks: readonly Task[] = [
	inState(
		'reset-needed',
		'factory reset',
		'Reset the client to factory settings, ":deploy" again, then ":reset-done".',
	),
	inState('changed-since', 'to deploy again', 'They have changed since they were deployed: ":deploy" again.'),
	inState(
		'to-deploy',
		'to deploy',
		'":deploy" sends their links; ":deployed" marks those deployed elsewhere.',
	),
	inState('no-link', 'without a link', 'Fill in a deployment link, or the link template of the profile.'),
	inState('incomplete', 'incomplete', 'Something that is required is missing or wrong.'),
	mailIs(
		'rejected',
		'rejected mail',
		'The mail server refused it: look at the address, and ":deploy" again.',
	),
	mailIs('deferred', 'deferred mail', 'The mail server wants it later: ":deploy" again.'),
	mailIs('unknown', 'mail of unknown outcome', 'The sending was interrupted: ask them, or ":deploy" again.'),
	{
		key: 'pin-not-told',
		label: 'PIN not told',
		help: '":pins" shows them, ":handout" writes slips, and ":told" ticks them.',
		filter: 'told:no',
		isAbout: isToTell,
	},
	{
		...inState('sent', 'not downloaded', 'MiCollab shows who has downloaded it: ":downloaded" marks them.'),
		key: 'sent',
	},
];

const toWithdraw = {
	key: 'to-withdraw',
	label: 'to withdraw',
	help: 'They were deleted while they were deployed: withdraw the client, and take them off the list.',
	filter: undefined,
} as const;

/** What is to do in a sheet, each kind with its count; what is to be done for no user is left out. */
export function* countWork(sheet: Sheet): Work<readonly WorkEntry[]> {
	const entries = yield* countTasks(sheet.users, sheet);
	const withdrawals = sheet.toWithdraw.length;
	return withdrawals === 0 ? entries : [...entries, {...toWithdraw, count: withdrawals}];
}

/** What is to do for some users of a sheet. */
export function* countTasks(users: readonly User[], sheet: Sheet): Work<readonly WorkEntry[]> {
	const surroundings: Surroundings = surroundingsOf(sheet);
	const counts = tasks.map(() => 0);
	yield* eachInSteps(users, (user) => {
		const state = userState(user, surroundings);
		for (const [index, {isAbout}] of tasks.entries())
			if (isAbout(user, state)) counts[index] = (counts[index] ?? 0) + 1;
	});
	const entries = tasks.map(({isAbout: _, ...task}, index) => ({...task, count: counts[index] ?? 0}));
	return entries.filter(({count}) => count > 0);
}
