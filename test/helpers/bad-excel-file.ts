import {writeFileSync} from 'node:fs';

const firstNames = ['Sören', 'Jürgen', 'Anja', 'Bernd', 'Käthe', 'Dirk', 'Edda', 'Günter', 'Ilse', 'Jörg'];
const lastNames = ['Bäcker', 'Schäfer', 'Böhm', 'Vogt', 'Müller', 'Groß', 'Hahn', 'Koch', 'Özdemir', 'Weiß'];

type Row = {
	name: string;
	first: string;
	number: string;
	email: string;
	host: string;
	pin: string;
	profile: string;
};

/** A kind of error that Excel or a person makes in a list of users, and how many rows have it. */
type Damage = {readonly name: string; readonly rows: number; readonly apply: (row: Row) => Partial<Row>};

/** Eleven kinds of error in 88 rows; rows that are there twice are the twelfth. */
export const damages: readonly Damage[] = [
	{
		name: 'a blank in the address',
		rows: 12,
		apply: ({email}) => ({email: email.replace('@', ' @')}),
	},
	{
		name: 'a comma for a dot',
		rows: 10,
		apply: ({email}) => ({email: email.replace('.example', ',example')}),
	},
	{
		name: 'a name around the address',
		rows: 8,
		apply: ({email, first, name}) => ({email: `${first} ${name} <${email}>`}),
	},
	{name: 'a link as the address', rows: 6, apply: ({email}) => ({email: `mailto:${email}`})},
	{name: 'no address', rows: 1, apply: () => ({email: ''})},
	{name: 'no last name', rows: 1, apply: () => ({name: ''})},
	{
		name: 'a number with brackets and blanks',
		rows: 14,
		apply: ({number}) => ({number: `(${number.slice(0, 2)}) ${number.slice(2)}`}),
	},
	{name: 'a number with decimals', rows: 9, apply: ({number}) => ({number: `${number},0`})},
	{name: 'a PIN without its zeros', rows: 12, apply: ({pin}) => ({pin: pin.slice(1)})},
	{
		name: 'a PIN in groups',
		rows: 7,
		apply: ({pin}) => ({pin: `${pin.slice(0, 2)}-${pin.slice(2)}`}),
	},
	{name: 'a misspelt profile', rows: 8, apply: () => ({profile: 'Branch Berlinn'})},
];
/** Rows that are in the file twice: the twelfth kind. */
export const doubled = 5;

/** The user of a row before anything was damaged. */
function goodRow(place: number): Row {
	const name = `${lastNames[(place * 7) % 10]}-${place}`;
	const first = firstNames[place % 10] ?? '';
	const plain = (text: string): string =>
		text
			.normalize('NFD')
			.replaceAll(/[^a-zA-Z0-9-]/g, '')
			.toLowerCase();
	return {
		name,
		first,
		number: String(3000 + place),
		email: `${plain(first)}.${plain(name)}@firma.example`,
		host: 'pbx1.firma.example',
		pin: String(1000 + ((place * 7919) % 8999)),
		profile: place % 4 === 0 ? 'Branch Berlin' : 'Default',
	};
}

/** The rows of the list, with the errors strewn over it. */
function makeRows(): readonly Row[] {
	const total = 400 - doubled;
	const rows = Array.from({length: total}, (_, place) => goodRow(place));
	const queue = damages.flatMap((damage) => Array<Damage>(damage.rows).fill(damage));
	for (const [index, {apply}] of queue.entries()) {
		const place = (11 + index * 37) % total;
		const row = rows[place];
		if (row !== undefined) rows[place] = {...row, ...apply(row)};
	}
	return rows.concat([1, 2, 3, 4, 5].map((place) => goodRow(place)));
}

/** A list of 400 users as a German Excel saves it: semicolons, Windows-1252, CRLF; with twelve kinds of error. */
export function badExcelFile(): Buffer {
	const header = 'Nachname;Vorname;Durchwahl;E-Mail-Adresse;PBX SIP Host;PIN;Profil';
	const lines = makeRows().map(({name, first, number, email, host, pin, profile}) =>
		[name, first, number, email, host, pin, profile].join(';'),
	);
	return Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1');
}

if (import.meta.main) writeFileSync('samples/excel-errors.csv', badExcelFile());
