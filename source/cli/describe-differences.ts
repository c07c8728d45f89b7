import {type Change, emptyChange} from '../domain/change.ts';
import {type FieldChange, listFieldChanges, takeFieldChanges} from '../domain/field-changes.ts';
import {count, cutReported, quote} from '../domain/problem.ts';
import {finishWork} from '../domain/work.ts';
import {nameUser} from './context.ts';

/** Lines that a person reads; beyond that they are counted. */
const readable = 20;

/** What a change would do to users, value by value, before and after; secrets and PINs masked. */
export function describeDifferences({
	updated,
	removed,
}: Pick<Change, 'updated' | 'removed'>): readonly string[] {
	const list = finishWork(listFieldChanges({...emptyChange(''), updated}));
	const shown = takeFieldChanges(list, 0, readable).map(describeDifference);
	const names = removed.slice(0, readable).map((user) => `  ${nameUser(user)}`);
	return [
		...(list.length === 0 ? [] : [`${count(updated.length, 'user')} would be changed:`]),
		...shown,
		...countMore(list.length, 'difference'),
		...(removed.length === 0 ? [] : [`${count(removed.length, 'user')} would be deleted:`]),
		...names,
		...countMore(removed.length, 'user'),
	];
}

function describeDifference({id, name, field, before, after}: FieldChange): string {
	return `  ${id} ${cutReported(name)}, ${field}: ${showValueOrEmpty(before)} → ${showValueOrEmpty(after)}`;
}

function showValueOrEmpty(value: string): string {
	return value === '' ? 'empty' : quote(value);
}

function countMore(total: number, what: string): readonly string[] {
	return total > readable ? [`  And ${count(total - readable, `more ${what}`)}: --json has all.`] : [];
}
