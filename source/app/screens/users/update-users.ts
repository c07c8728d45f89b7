import {emptyChange} from '../../../domain/change.ts';
import {describeWithdrawals} from '../../../domain/change-withdrawals.ts';
import {count} from '../../../domain/problem.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, stopSearching, withNotice} from '../../model.ts';
import {usersGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {describeTargets} from './describe-targets.ts';
import {setCell} from './edit-cell.ts';
import {generateCellPin, takeCellPin} from './generate-pin.ts';
import {findNextProblem, takeNextProblem} from './next-problem.ts';
import {showUsers} from './show-users.ts';
import {togglePanel} from './user-panel.ts';
import type {UsersMessage} from './users-messages.ts';

/** Everything that happens in the grid. */
export function updateUsers(model: Model, message: UsersMessage): Step {
	switch (message.type) {
		case 'users/set-cell':
			return setCell(model, message.id, message.key, message.value);
		case 'users/ask-delete':
			return still(askDelete(model));
		case 'users/delete':
			return deleteUsers(model, message.ids);
		case 'users/next-problem':
			return findNextProblem(model, message.by);
		case 'users/problem-found':
			return still(takeNextProblem(model, message));
		case 'users/generate-pin':
			return generateCellPin(model);
		case 'users/take-pin':
			return takeCellPin(model, message);
		case 'users/show':
			return showUsers(model, message.filter);
		case 'users/toggle-panel':
			return togglePanel(model);
		case 'users/cancel-search':
			return still(withNotice(stopSearching(model), 'No problem was looked for.'));
	}
}

function still(model: Model): Step {
	return [model, []];
}

function askDelete(model: Model): Model {
	const {ids, who, hidden} = describeTargets(model);
	const withdrawals = describeWithdrawals(ids.flatMap((id) => findUser(model.sheet, id) ?? []));
	const names = ids.slice(0, 3).map((id) => {
		const user = findUser(model.sheet, id);
		return user === undefined ? '' : `${fullName(user)} (ID ${id})`;
	});
	return openScreen(model, {
		name: 'confirm',
		question: `Delete ${who}${hidden}?`,
		details: [
			...(ids.length > 1
				? [`${names.join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} more` : ''}`]
				: []),
			...(withdrawals === undefined ? [] : [withdrawals]),
			`${keyName(model, 'change.undo')} takes this back.`,
		],
		action: `Delete ${who}`,
		confirm: {type: 'users/delete', ids},
		aboutUsers: true,
	});
}

function deleteUsers(model: Model, ids: readonly number[]): Step {
	const removed = ids.map((id) => findUser(model.sheet, id)).filter((user) => user !== undefined);
	if (removed.length === 0) {
		return [withNotice(model, usersGone, 'bad'), []];
	}
	const label = `Delete ${removed.length === 1 && removed[0] ? fullName(removed[0]) : count(removed.length, 'user')}`;
	const [next, effects] = makeChange(model, {...emptyChange(label), removed}, {from: 'bulk'});
	return [
		withNotice(
			next,
			`${label.replace('Delete', 'Deleted')}. ${keyName(model, 'change.undo')} brings back.`,
			'good',
		),
		effects,
	];
}
