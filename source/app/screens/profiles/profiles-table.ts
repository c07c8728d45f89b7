import type {Profile} from '../../../domain/profile.ts';
import {judgeProfile} from '../../../domain/profiles/judge-profile.ts';
import {profileFields, showProfileValue} from '../../../domain/profiles/profile-fields.ts';
import {countUsersByProfile} from '../../../domain/profiles/profile-users.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {textQueryTable} from '../../../domain/query/text-query.ts';
import {textWidth} from '../../../terminal/text/text-width.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import type {Table, TableKind} from '../../table/table.ts';
import type {Measured} from '../../table/table-state.ts';
import {countedColumns, joinCounts, type ProfileCounts, profileColumns} from './profile-columns.ts';
import {followProfileRows, profileOfRow, profileRowIds} from './profile-rows.ts';
import type {ProfilesState} from './profiles-state.ts';

/** First line, header, keys. */
const linesAround = 3;
/** Lines that say more of the value under the cursor. */
export const profileDetailHeight = 2;

/** Profiles as rows; they hang on how many users have them. */
const profilesKind: TableKind<Profile, ProfileCounts> = {
	noun: {one: 'profile', many: 'profiles'},
	numbered: 'row',
	valueOf(profile, key, counts) {
		const field = profileFields.find((one) => one.key === key);
		if (field !== undefined) return showProfileValue(field, profile);
		return String(countedColumns.find((one) => one.key === key)?.read(profile, counts) ?? '');
	},
	cellOf(profile, key, counts) {
		const text = profilesKind.valueOf(profile, key, counts);
		const isQuiet = text === '0' || text === 'off';
		// Of a text of several lines the first one stands for all.
		const [first = '', ...more] = text.trimStart().split('\n');
		return {text: more.length === 0 ? first : `${first} …`, ...(isQuiet ? {tone: 'quiet'} : {})};
	},
	nameOf: ({name}) => name,
};

function profilesQuery(counts: ProfileCounts) {
	return textQueryTable<Profile>([
		...profileFields.map((field) => ({
			name: field.kind === 'name' ? 'name' : field.key,
			help: field.label,
			otherNames: field.kind === 'name' ? ['profile'] : [field.label],
			read: (profile: Profile) => showProfileValue(field, profile),
		})),
		...countedColumns.map(({key, help, read}) => ({
			name: key,
			help,
			isNumber: true,
			// No users is an empty value: `users:` finds such a profile, and `users:1-` the others.
			read: (profile: Profile) => String(read(profile, counts) || ''),
		})),
	]);
}

/** The deployment profiles as a list. */
export function profilesTable(before: ProfilesState, model: Model): Table<Profile, ProfileCounts> {
	const {sheet, size} = model;
	const state = {...before, ...followProfileRows(before, sheet.profiles)};
	const counts = joinCounts(countUsersByProfile(sheet), state.changed);
	const rowOf = (id: number) => profileOfRow(state, id);
	const others = (profile: Profile) => sheet.profiles.filter((one) => one !== profile);
	const table: Table<Profile, ProfileCounts> = {
		kind: profilesKind,
		context: counts,
		state: state.table,
		columns: shownColumns(profileColumns, state.table),
		arranged: {name: 'profiles', all: profileColumns, measure: () => measureProfiles(sheet.profiles, counts)},
		size: {columns: size.columns, rows: Math.max(1, size.rows - linesAround - profileDetailHeight)},
		cursor: 'cell',
		hasProblem: (profile) => profile.name !== '' && judgeProfile(profile, others(profile)).length > 0,
		emptyText: `No profile matches the filter: ${keyName(model, 'profile.close')} takes it away.`,
		editing: state.editor && {...state.editor, masked: false},
		rowCount: profileRowIds(state).length,
		rowIds: () => profileRowIds(state),
		rowOf,
		query: () => queryById(profilesQuery(counts), rowOf),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
	return state.ids === before.ids ? table : {...table, state: arrangeAgain(table)};
}

/** The list as it is open, with rows for the profiles of now. */
export function profilesStateOf(model: Model): ProfilesState | undefined {
	const state = model.screens.findLast((screen) => screen.name === 'profiles');
	if (state === undefined) return undefined;
	const rows = followProfileRows(state, model.sheet.profiles);
	return {...state, ...rows, table: profilesTable(state, model).state};
}

const measured = new WeakMap<
	readonly Profile[],
	{readonly counts: ProfileCounts; readonly measured: Measured}
>();

/** How wide the values are. */
function measureProfiles(profiles: readonly Profile[], counts: ProfileCounts): Measured {
	const known = measured.get(profiles);
	if (known?.counts === counts) return known.measured;
	const widths = profileColumns.map(({key}): [string, number] => [
		key,
		profiles.reduce((most, profile) => {
			const {text} = profilesKind.cellOf?.(profile, key, counts, 0) ?? {text: ''};
			return Math.max(most, textWidth(text));
		}, 0),
	]);
	const isEmpty = (key: string): boolean =>
		countedColumns.some((one) => one.key === key && !profiles.some((profile) => one.read(profile, counts)));
	const filled = profileColumns.map(({key}) => key).filter((key) => !isEmpty(key));
	const found = {filled: new Set(filled), widths: new Map(widths)};
	measured.set(profiles, {counts, measured: found});
	return found;
}
