import type {IgnoredField} from './field.ts';

const ignored = {role: 'ignored', aliases: [], foreign: [], instead: []} as const;

/** Columns that are known and left out: the last part of the field table. Each help says why. */
export const ignoredColumns: readonly IgnoredField[] = [
	{
		...ignored,
		key: 'fullName',
		header: 'Name',
		aliases: ['Full name', 'Display name', 'First and last name', 'Last name, first name'],
		foreign: [
			...['Vollständiger Name', 'Anzeigename', 'Vor- und Nachname', 'Name, Vorname', 'Nachname, Vorname'],
			...['Nom complet', 'Nom affiché', 'Nom d’affichage', 'Prénom et nom', 'Nom et prénom'],
			...['Nombre completo', 'Nombre para mostrar', 'Nombre y apellido', 'Nombre y apellidos'],
			...['Apellidos y nombre'],
		],
		instead: ['firstName', 'lastName'],
		help: 'First and last name have a column each, since nothing says where a full name is to be split.',
	},
	{
		...ignored,
		key: 'pbxNumber',
		header: 'PBX Number',
		aliases: ['PBX', 'PBX name', 'PBX number or name', 'PBX number/name', 'PBX ID', 'PBX No.'],
		help: 'It says which PBX a user is on, not under which number.',
	},
	{
		...ignored,
		key: 'authId',
		header: 'AuthID',
		help: 'It is a login for the phones of a 3CX system, not the user name or device number at the PBX.',
	},
	{
		...ignored,
		key: 'authPassword',
		header: 'AuthPassword',
		help: 'It is a password for the phones of a 3CX system, not the one at the PBX.',
	},
	{...ignored, key: 'language', header: 'Language', help: 'From older releases.'},
	{...ignored, key: 'servicePort', header: 'MiCollab Client Service port', help: 'From older releases.'},
	{...ignored, key: 'line', header: 'Line', help: 'Written into rejects files by usersheet.'},
	{...ignored, key: 'errors', header: 'Errors', help: 'Written into rejects files by usersheet.'},
	{
		...ignored,
		key: 'import',
		header: 'Import',
		help: 'Written into rejects files by usersheet, to know later which import they are from.',
	},
];
