import {readAccepted} from '../../app/screens/import/accepted-texts.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {viewTabs} from '../../app/screens/import/preview-tabs.ts';
import {revealPin, shownValue} from '../../app/screens/import/reveal-pin.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {storedField, storedFields} from '../../domain/field-lists.ts';
import {formatWholeProblem} from '../../domain/problem.ts';
import {fullName, type User} from '../../domain/user.ts';

/** The line under the cursor, uncut; '' where there is none. */
export function previewDetail(state: ImportState, plan: ImportPlan, revealed: boolean): string {
	const {tab, tables, source} = state;
	const place = cursorRow(tables[tab]) ?? -1;
	if (tab !== 'accepted') {
		const problem = viewTabs(plan)[tab][place];
		return problem === undefined ? '' : formatWholeProblem(revealed ? revealPin(source, problem) : problem);
	}
	const accepted = viewTabs(plan).accepted[place];
	if (accepted === undefined) return '';
	const {line, kind, before, after} = readAccepted(accepted);
	const head = `Line ${line}, ${kind} ID ${after.id}, ${fullName(before)}`;
	if (accepted.key === undefined) return `${head}: ${describeValues(after, revealed)}`;
	const field = storedField(accepted.key);
	const [old, now] = [before, after].map((user) => shownValue(field, user[field.key], revealed) || 'empty');
	return `${head}, ${field.header}: ${old} → ${now}`;
}

/** What a user has, but the name and secrets; the PIN first, as there may be no room for all: "Deployment PIN ••••, Profile Default". */
function describeValues(user: User, revealed: boolean): string {
	return storedFields
		.toSorted((a, b) => Number(b.kind === 'pin') - Number(a.kind === 'pin'))
		.filter(
			({key, kind}) => user[key] !== '' && kind !== 'secret' && key !== 'firstName' && key !== 'lastName',
		)
		.map((field) => `${field.header} ${shownValue(field, user[field.key], revealed)}`)
		.join(', ');
}
