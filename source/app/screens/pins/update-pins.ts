import {describeWithoutPin, withPin} from '../../../domain/hand-out/slip.ts';
import {count} from '../../../domain/problem.ts';
import {usersWithIds} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {scopeOf} from '../../table/scope.ts';
import {openTable, placesOf} from '../../table/table-state.ts';
import {askForFile} from '../export/open-export.ts';
import {usersScope} from '../users/users-scope.ts';
import type {PinsMessage} from './pins-messages.ts';
import {pinColumn, pinsTable} from './pins-table.ts';
import {planTick, takeTickPlan} from './tick-told.ts';

/** Everything that happens in the list of PINs, and the hand-out. */
export function updatePins(model: Model, message: PinsMessage): Step {
	switch (message.type) {
		case 'pins/open':
			return [openPins(model, message.ids ?? usersScope(model).rows), []];
		case 'pins/hand-out':
			return [askForHandOut(model), []];
		case 'pins/ask-tick':
			return planTick(model, {
				ids: chosenUsers(model).map(({id}) => id),
				told: message.told,
				asks: true,
			});
		case 'pins/tick-planned':
			return takeTickPlan(model, message);
		case 'pins/tick':
			return planTick(model, {...message, asks: false});
		case 'pins/back':
			return goBack(model);
	}
}

/** The list, with the PINs shown: they are masked again by themselves, and when the list is left. */
function openPins(model: Model, ids: readonly number[]): Model {
	const found = usersWithIds(model.sheet, ids);
	const users = withPin(found);
	if (users.length === 0) return withNotice(model, refuseNone(model), 'bad');
	const text = `PINs are shown: ${keyName(model, 'pin.reveal')} or a minute hides them.`;
	return openScreen(withNotice({...model, revealed: true}, text), {
		name: 'pins',
		aboutUsers: true,
		users,
		ids: users.map(({id}) => id),
		leftOut: describeWithoutPin(found.length, users.length),
		table: openTable(placesOf(users.length), {column: pinColumn}),
	});
}

/** Asks where to write the slips of the users: never more than one file, and never over another one without asking. */
function askForHandOut(model: Model): Model {
	const chosen = chosenUsers(model);
	const users = withPin(chosen);
	if (users.length === 0) return withNotice(model, refuseNone(model), 'bad');
	const leftOut = describeWithoutPin(chosen.length, users.length);
	return askForFile(model, {
		title: `Hand-out of ${count(users.length, 'PIN')}`,
		description: [
			'One slip each to cut out: name, number and PIN, nothing else. Never send it by e-mail.',
			'A name with .html makes a page to print from a browser, any other a plain text.',
			...(leftOut === undefined ? [] : [leftOut]),
		],
		content: {kind: 'hand-out', users},
		path: 'pins.txt',
	});
}

/** The marked ones, those of the range, or else all of the list; in the grid the scope of every action (rules.md 3.20). */
function chosenUsers(model: Model): readonly User[] {
	const state = model.screens.findLast((screen) => screen.name === 'pins');
	if (state === undefined) return usersWithIds(model.sheet, usersScope(model).rows);
	const table = pinsTable(state, model);
	const {by, rows} = scopeOf(table);
	return (by === 'row' ? table.state.rows : rows).flatMap((place) => table.rowOf(place) ?? []);
}

function refuseNone(model: Model): string {
	return `There is no PIN yet: ${keyName(model, 'pin.set')} in the grid sets it.`;
}

/** From a filtered list to all of it, from there to the grid, with the PINs hidden. */
function goBack(model: Model): Step {
	const state = model.screens.findLast((screen) => screen.name === 'pins');
	const table = state && pinsTable(state, model);
	if (table !== undefined && table.state.filter !== '') return clearFilter(table);
	return [closeScreen({...model, revealed: false}), []];
}
