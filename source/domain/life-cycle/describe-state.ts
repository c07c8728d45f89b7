import {formatLocalDate} from '../local-time.ts';
import {isToTell} from '../pins/told-pin.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import type {User} from '../user.ts';
import {stateTable} from './state-table.ts';
import {userState} from './user-state.ts';

/** "sent: deployed, and not downloaded as far as is known. Deployed 2026-11-26. PIN not told." */
export function describeState(user: User, sheet: Sheet, timeZone: string): string {
	const {label, help} = stateTable[userState(user, surroundingsOf(sheet))];
	const at = (what: string, time: string): readonly string[] =>
		time === '' ? [] : [`${what} ${formatLocalDate(time, timeZone)}.`];
	return [
		`${label}: ${help}.`,
		...at('Deployed', user.deployedOn),
		...at('Downloaded', user.downloadedOn),
		...(user.mailResult === '' ? [] : at(`Mail ${user.mailResult}`, user.mailedOn)),
		...(isToTell(user) ? ['PIN not told.'] : []),
	].join(' ');
}
