import {InvalidArgumentError} from 'commander';
import type {Settings} from '../domain/sheet.ts';

/** A setting that is a number: its flag, its range, and where it stands. */
export type NumberSetting = {
	/** As commander names the value of its flag. */
	readonly key: 'historyDays' | 'historyEntries' | 'backups' | 'backupAbove';
	readonly flag: string;
	readonly description: string;
	/** As the list of settings names it. */
	readonly title: string;
	readonly from: number;
	readonly to: number;
	readonly read: (settings: Settings) => number;
	readonly write: (settings: Settings, value: number) => Settings;
};

/** All of them, in the order in which they are shown. */
export const numberSettings: readonly NumberSetting[] = [
	{
		key: 'historyDays',
		flag: '--history-days <n>',
		description: 'keep the history of so many days',
		title: 'Days that the history keeps',
		from: 0,
		// A hundred years: a calendar has an end.
		to: 36_500,
		read: ({history}) => history.days,
		write: (settings, days) => ({...settings, history: {...settings.history, days}}),
	},
	{
		key: 'historyEntries',
		flag: '--history-entries <n>',
		description: 'keep no more changes than that in the history',
		title: 'Changes that the history keeps',
		from: 0,
		to: 1_000_000,
		read: ({history}) => history.entries,
		write: (settings, entries) => ({...settings, history: {...settings.history, entries}}),
	},
	{
		key: 'backups',
		flag: '--backups <n>',
		description: 'keep so many dated copies',
		title: 'Dated copies that are kept',
		from: 1,
		to: 1000,
		read: ({backup}) => backup.keep,
		write: (settings, keep) => ({...settings, backup: {...settings.backup, keep}}),
	},
	{
		key: 'backupAbove',
		flag: '--backup-above <n>',
		description: 'make one before a change of more users than that',
		title: 'A copy is made before a change of more users than',
		from: 0,
		to: 1_000_000,
		read: ({backup}) => backup.above,
		write: (settings, above) => ({...settings, backup: {...settings.backup, above}}),
	},
];

/** How commander reads the flag of one. */
export function parseSetting({from, to}: NumberSetting): (text: string) => number {
	return (text) => {
		const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
		if (value >= from && value <= to) return value;
		throw new InvalidArgumentError(`It is a number from ${from} to ${to.toLocaleString('en-US')}.`);
	};
}
