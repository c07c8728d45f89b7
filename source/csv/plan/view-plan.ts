import {emptyChange, type Update, updateOf} from '../../domain/change.ts';
import {csvFields} from '../../domain/field-lists.ts';
import {count, type Problem} from '../../domain/problem.ts';
import type {User} from '../../domain/user.ts';
import {eachInSteps, finishWork, type Work} from '../../domain/work.ts';
import {countChanges} from '../count-changes.ts';
import {countFixedCells} from '../fixes.ts';
import {type Concerned, findRaised, importDecisions, nothingConcerned} from '../import-decisions.ts';
import type {ImportOptions, ImportPlan, JudgedRow, OpenPoint, PlanViews} from '../import-plan.ts';
import {countStrangers, findExamples, type PlanDraft} from './plan-draft.ts';
import {viewRows} from './plan-views.ts';
import type {Planner} from './planner.ts';

/**
 * The plan as a value: its rows by what they would do, everything found, and the one change.
 *
 * @param making when the change is made: it takes a look at every user
 */
export function* viewPlan(planner: Planner, making: 'now' | 'when-asked'): Work<ImportPlan> {
	const {table, options, fileName, fixes, draft, sheet} = planner;
	const {moved, known} = draft;
	const onFile = [planner.onFile, describeMoved(moved, options) ?? []].flat();
	const views = yield* viewRows(onFile, planner.judged);
	const concerned = copyConcerned(draft);
	const open = findOpen(views, concerned, options);
	const fixedCells = countFixedCells(table, fixes);
	const plan = {
		...views,
		options,
		fixedCells,
		moved,
		known,
		suggestsOverwrite: known > 0 && known === views.rows.length,
		concerned,
		examples: findExamples(draft),
		open,
	};
	const make = (): Work<Changed> => makeChange(plan, fileName, sheet.nextId);
	if (making === 'now' || open.length > 0) return {...plan, ...(yield* make())};
	let made: Changed | undefined;
	const makeOnce = (): Changed => {
		made ??= finishWork(make());
		return made;
	};
	return {
		...plan,
		get change() {
			return makeOnce().change;
		},
		get changes() {
			return makeOnce().changes;
		},
	};
}

type Changed = Pick<ImportPlan, 'change' | 'changes'>;

/** Only a profile chosen for all moves users unseen: in a file, each row names its profile. */
function describeMoved(moved: number, {profile}: ImportOptions): Problem | undefined {
	if (moved === 0 || profile.from !== 'choice') return undefined;
	return {
		severity: 'warning',
		code: 'profile-moved',
		column: 'Profile',
		value: profile.name,
		message: `The choice moves ${count(moved, 'user')} out of another one.`,
		short: `Moves ${count(moved, 'user')}`,
		fix: 'Keep the stored profiles if that is not meant.',
	};
}

const headers = csvFields.map(({header}) => header);

/** As it is now, columns in the order of the fields: the planner goes on counting. */
function copyConcerned(draft: PlanDraft): Concerned {
	const inOrder = (counts: ReadonlyMap<string, number>) =>
		new Map([...counts].sort(([a], [b]) => headers.indexOf(a) - headers.indexOf(b) || (a < b ? -1 : 1)));
	const copied = nothingConcerned();
	for (const {key} of importDecisions)
		for (const [where, amount] of inOrder(draft.concerned[key])) copied[key].set(where, amount);
	const strangers = countStrangers(draft);
	if (strangers > 0) copied.otherPerson.set('last name and e-mail address', strangers);
	return copied;
}

function findOpen({rejected}: PlanViews, concerned: Concerned, options: ImportOptions): readonly OpenPoint[] {
	const open = findRaised(concerned).filter(({key}) => options[key] === 'undecided');
	return [
		...(rejected.length > 0 && !options.partial ? ['rejected-rows' as const] : []),
		...open.map(({key}) => key),
	];
}

/** The updates of rows, which stay the same while other rows are put right. */
const updatesOf = new WeakMap<JudgedRow, Update>();

/** What will be committed; nothing while anything is open. */
function* makeChange(
	{created, updated, leftOut, fixedCells, open}: Omit<ImportPlan, keyof Changed>,
	fileName: string,
	nextId: number,
): Work<Changed> {
	if (open.length > 0) return {change: emptyChange(`Import ${fileName}`), changes: yield* countChanges([])};
	const updates: Update[] = [];
	yield* eachInSteps(updated, (judged) => {
		const update = updatesOf.get(judged) ?? updateOf(judged.before, judged.after);
		updatesOf.set(judged, update);
		updates.push(update);
	});
	const added: User[] = [];
	// In the plan each row has an ID, as others must not get another one with each fix; those who are added have IDs without gaps.
	yield* eachInSteps(created, ({user}) => {
		const id = nextId + added.length;
		added.push(user.id === id ? user : {...user, id});
	});
	const parts = [
		[created.length, 'created'] as const,
		[updated.length, 'updated'] as const,
		[fixedCells, fixedCells === 1 ? 'cell fixed' : 'cells fixed'] as const,
		[leftOut.length, 'left out'] as const,
	]
		.filter(([amount]) => amount > 0)
		.map(([amount, what]) => `${amount.toLocaleString('en-US')} ${what}`)
		.join(', ');
	const label = `Import ${fileName}: ${parts || 'nothing changed'}`;
	return {change: {...emptyChange(label), added, updated: updates}, changes: yield* countChanges(updates)};
}
