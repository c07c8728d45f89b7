import {describeShown} from '../../domain/hand-out/slip.ts';
import {userFinder} from '../../domain/sheet.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import {makeNote} from '../saving/make-change.ts';
import {kindOf, openScreens} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';

/** Shows PINs and typed secrets, or hides them. */
export function toggleReveal(model: Model): Model {
	if (model.revealed) return hideSecrets(model);
	const top = openScreens(model).at(-1);
	const what = (top && kindOf(top).revealedThere?.(top)) ?? 'PINs';
	const text = `${what} are shown: ${keyName(model, 'pin.reveal')} or a minute hides them.`;
	return withNotice({...model, revealed: true}, text);
}

/** Hides what is revealed. */
export function hideSecrets(model: Model): Model {
	return model.revealed ? withNotice({...model, revealed: false}, 'PINs and secrets are hidden.') : model;
}

/**
 * The history is told whose PINs were shown (rules.md 3.19): once since they were revealed, and once more only where others
 * come into view by another list or filter.
 */
export function withReveals([model, effects]: Step): Step {
	const {seenPins, ...rest} = model;
	if (!model.revealed) return seenPins === undefined ? [model, effects] : [rest, effects];
	const {users} = model.sheet;
	const base = openScreens(model).findLast((screen) => kindOf(screen).layer === 'base');
	const shown = (base && kindOf(base).shownPins?.(base, model)) ?? [];
	if (seenPins?.shown === shown && seenPins.users === users) return [model, effects];
	const find = userFinder(users);
	const withPins = shown.filter((id) => (find(id)?.deploymentPin ?? '') !== '');
	const before = seenPins?.seen ?? new Set<number>();
	const isKnown = withPins.every((id) => before.has(id));
	const seen = isKnown ? before : addAll(before, withPins);
	const next = {...model, seenPins: {seen, shown, users}};
	if (isKnown) return [next, effects];
	const [noted, more] = makeNote(next, describeShown(withPins));
	return [noted, [...effects, ...more]];
}

function addAll(ids: ReadonlySet<number>, more: readonly number[]): ReadonlySet<number> {
	const all = new Set(ids);
	for (const id of more) all.add(id);
	return all;
}

/** Each key lets what is revealed stay for a minute more (rules.md 3.19). */
export function withHiding([model, effects]: Step): Step {
	return model.revealed ? [model, [...effects, {type: 'screen/hide-later'}]] : [model, effects];
}
