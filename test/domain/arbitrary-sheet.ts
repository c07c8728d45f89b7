import fc from 'fast-check';
import {type Change, updateOf} from '../../source/domain/change.ts';
import {fieldKeys, type UserValues} from '../../source/domain/field.ts';
import {origins} from '../../source/domain/origin.ts';
import {defaultProfile, type Profile} from '../../source/domain/profile.ts';
import {defaultSettings, type Settings, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';

/** Few different values, so that two people often write the same one, and any text, as the store must hold it exactly. */
const value = fc.oneof(
	{weight: 4, arbitrary: fc.constantFrom('', 'a', 'b', 'c')},
	{weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})},
	{
		weight: 1,
		arbitrary: fc.constantFrom('\ufffd', '\ufeff', '\u2028', '\ud800', '"\\\n\t\0', '__proto__', '0007'),
	},
);

/** Some of a user's fields with values. */
const someValues: fc.Arbitrary<Partial<UserValues>> = fc
	.array(fc.tuple(fc.constantFrom(...fieldKeys), value), {maxLength: 5})
	.map((entries) => Object.fromEntries(entries));

/** Now and then a user is deployed. */
const deployedOn = fc.constantFrom('', '', '2026-03-08T09:00:00.000Z');

export const arbitraryProfile: fc.Arbitrary<Profile> = fc.record({
	name: fc.constantFrom('Sales', 'Remote', 'Zürich', 'a.b', '#1', ' '),
	mbgSipHost: value,
	mbgWebrtcSipHost: value,
	remoteMbg: fc.boolean(),
	centralEmail: value,
	serviceHost: value,
	linkTemplate: value,
	subject: value,
	messageText: value,
});

const profiles: fc.Arbitrary<readonly Profile[]> = fc
	.uniqueArray(arbitraryProfile, {selector: (profile) => profile.name, maxLength: 4})
	.map((others) => [defaultProfile, ...others]);

/** A sheet with gaps between its IDs. */
export const arbitrarySheet: fc.Arbitrary<Sheet> = fc
	.record({
		users: fc.uniqueArray(
			fc.tuple(fc.integer({min: 1, max: 30}), fc.constantFrom(...origins), someValues, deployedOn),
			{selector: ([id]) => id, maxLength: 12},
		),
		gone: fc.uniqueArray(fc.integer({min: 1, max: 30}), {maxLength: 3}),
		profiles,
		standAlone: fc.boolean(),
		gap: fc.integer({min: 1, max: 5}),
		revision: fc.integer({min: 1, max: 1000}),
	})
	.map(({users, gone, profiles, standAlone, gap, revision}) => {
		const sorted = users
			.map(([id, origin, values, deployedOn]): User => ({...emptyUser, id, origin, ...values, deployedOn}))
			.sort((a, b) => a.id - b.id);
		return {
			users: sorted,
			profiles,
			settings: {...defaultSettings, standAlone},
			toWithdraw: gone
				.filter((id) => !sorted.some((user) => user.id === id))
				.sort((a, b) => a - b)
				.map((id) => ({
					id,
					name: 'Ann',
					number: '',
					serviceUser: 'ann',
					deployedOn: '2026-03-08T09:00:00.000Z',
				})),
			nextId: Math.max(0, sorted.at(-1)?.id ?? 0, ...gone) + gap,
			revision,
		};
	});

function settingsOf({settings}: Sheet, [standAlone, days]: readonly [boolean, number]): Settings {
	return {...settings, standAlone, history: {...settings.history, days}};
}

/** What somebody may do to a sheet: some users are changed, some removed, some added, perhaps profiles and settings too. */
export function arbitraryChange(sheet: Sheet): fc.Arbitrary<Change> {
	const edits = fc.tuple(
		someValues,
		fc.option(fc.constantFrom(...origins), {nil: undefined, freq: 2}),
		fc.option(deployedOn, {nil: undefined, freq: 2}),
	);
	const fates = fc.array(fc.oneof(fc.constant('keep' as const), fc.constant('remove' as const), edits), {
		minLength: sheet.users.length,
		maxLength: sheet.users.length,
	});
	return fc
		.record({
			fates,
			added: fc.array(fc.tuple(someValues, deployedOn), {maxLength: 3}),
			withdrawn: fc.option(fc.subarray([...sheet.toWithdraw]), {nil: undefined}),
			profiles: fc.option(profiles, {nil: undefined}),
			settings: fc.option(fc.tuple(fc.boolean(), fc.integer({min: 365, max: 367})), {nil: undefined}),
		})
		.map(({fates, added, withdrawn, profiles, settings}) => ({
			label: 'Something',
			added: added.map(
				([values, deployedOn], index): User => ({
					...emptyUser,
					id: sheet.nextId + index,
					origin: 'manual',
					...values,
					deployedOn,
				}),
			),
			updated: sheet.users.flatMap((user, index) => {
				const fate = fates[index];
				if (typeof fate !== 'object') return [];
				const [values, origin = user.origin, deployedOn = user.deployedOn] = fate;
				return [updateOf(user, {...user, ...values, origin, deployedOn})];
			}),
			removed: sheet.users.filter((_, index) => fates[index] === 'remove'),
			...(withdrawn === undefined || withdrawn.length === 0 ? {} : {withdrawn: [withdrawn, []] as const}),
			...(profiles === undefined ? {} : {profiles: [sheet.profiles, profiles] as const}),
			...(settings === undefined ? {} : {settings: [sheet.settings, settingsOf(sheet, settings)] as const}),
		}));
}

/** A sheet, and what two people do to it at the same time. */
export const arbitraryRace = arbitrarySheet.chain((sheet) =>
	fc.record({sheet: fc.constant(sheet), theirs: arbitraryChange(sheet), mine: arbitraryChange(sheet)}),
);
