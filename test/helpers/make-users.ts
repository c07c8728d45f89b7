import {defaultProfile} from '../../source/domain/profile.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';
import {createRandom} from './random.ts';

/** Name and its spelling in an e-mail address. */
type Name = readonly [name: string, ascii: string];

const firstNames: readonly Name[] = [
	...[
		'Ann',
		'Ben',
		'Carla',
		'David',
		'Emma',
		'Frank',
		'Grace',
		'Henry',
		'Ines',
		'Jack',
		'Karen',
		'Liam',
		'Maria',
		'Noah',
		'Olivia',
		'Peter',
		'Quentin',
		'Rosa',
		'Samir',
		'Tina',
		'Uma',
		'Victor',
		'Wendy',
		'Yusuf',
		'Zoe',
	].map((name): Name => [name, name.toLowerCase()]),
	['Jürgen', 'juergen'],
	['Françoise', 'francoise'],
	['Łukasz', 'lukasz'],
	['Åsa', 'asa'],
	['小明', 'xiaoming'],
	['Maximiliana Theodora Wilhelmina Elisabeth', 'maximiliana'],
];
const lastNames: readonly Name[] = [
	...[
		'Archer',
		'Baker',
		'Carter',
		'Dixon',
		'Evans',
		'Foster',
		'Garcia',
		'Hughes',
		'Ivanov',
		'Jones',
		'Kim',
		'Lopez',
		'Miller',
		'Nguyen',
		'Owens',
		'Patel',
		'Quinn',
		'Rossi',
		'Smith',
		'Turner',
		'Ueda',
		'Vargas',
		'Walker',
		'Young',
	].map((name): Name => [name, name.toLowerCase()]),
	["O'Neill", 'oneill'],
	['Müller-Lüdenscheidt', 'mueller'],
	['Ñáñez', 'nanez'],
	['欧阳', 'ouyang'],
	['王', 'wang'],
	['Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh', 'wolfe'],
	['van der Berg, Jr.', 'vanderberg'],
];

/**
 * Valid users with the IDs 1 up to `count`, the same each time: with and without PIN, MBG, service account and voicemail;
 * some names are long, Chinese, or hold a comma.
 */
export function makeUsers(count: number): User[] {
	const random = createRandom(20_240_229);
	const pick = <Item>(items: readonly Item[], otherwise: Item): Item =>
		items[Math.floor(random() * items.length)] ?? otherwise;
	const digits = (length: number): string =>
		Array.from({length}, () => String(Math.floor(random() * 10))).join('');
	const sometimes = (share: number, value: string): string => (random() < share ? value : '');
	return Array.from({length: count}, (_, index): User => {
		const id = index + 1;
		const [firstName, first] = pick(firstNames, ['Ann', 'ann']);
		const [lastName, last] = pick(lastNames, ['Archer', 'archer']);
		const number = String(100_000 + id);
		return {
			...emptyUser,
			id,
			origin: 'csv',
			profile: defaultProfile.name,
			firstName: random() < 0.97 ? firstName : '',
			lastName,
			directoryNumber: sometimes(0.95, number),
			email: `${first}.${last}.${id}@example.com`,
			pbxSipHost: `pbx${1 + Math.floor(random() * 4)}.example.com`,
			pbxSipUser: number,
			pbxSipPassword: `p-${digits(8)}`,
			mbgSipUser: sometimes(0.5, `mbg${number}`),
			mbgSipPassword: sometimes(0.5, `m-${digits(8)}`),
			serviceHost: sometimes(0.8, 'micollab.example.com'),
			serviceUser: sometimes(0.8, `${first}.${id}`),
			servicePassword: sometimes(0.8, `s-${digits(8)}`),
			voicemailNumber: sometimes(0.3, `8${number}`),
			deploymentPin: sometimes(0.6, digits(6)),
		};
	});
}

/** A sheet with that many users and one profile, as if they had been imported. */
export function makeSheet(count: number): Sheet {
	return {...emptySheet, users: makeUsers(count), nextId: count + 1, revision: count === 0 ? 0 : 1};
}
