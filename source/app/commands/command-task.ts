import type {CommandId} from '../keymap/keymap.ts';
import type {Command} from './command.ts';

/** What commands are for, in the order in which help lists them. */
export const tasks = [
	'Most used',
	'Edit',
	'Users',
	'PINs',
	'Deploying',
	'Find, mark',
	'Columns',
	'Files',
	'Profiles',
	'Problems',
	'History',
	'Program',
	'Move',
	'Type',
	'Answer',
] as const;

export type Task = (typeof tasks)[number];

type NounOf<Id> = Id extends `${infer Noun}.${string}` ? Noun : never;

/** By what a command begins with. */
const tasksByNoun: Readonly<Record<NounOf<CommandId>, Task>> = {
	app: 'Program',
	backup: 'Files',
	cell: 'Edit',
	cells: 'Edit',
	change: 'History',
	choice: 'Answer',
	columns: 'Columns',
	commands: 'Program',
	confirm: 'Answer',
	deploy: 'Deploying',
	export: 'Files',
	filter: 'Find, mark',
	form: 'Users',
	help: 'Program',
	history: 'History',
	import: 'Files',
	missing: 'Files',
	mark: 'Deploying',
	keymap: 'Program',
	keys: 'Program',
	mouse: 'Program',
	palette: 'Program',
	panel: 'Columns',
	pin: 'PINs',
	pins: 'PINs',
	preference: 'Program',
	problems: 'Problems',
	profile: 'Profiles',
	replace: 'Edit',
	screen: 'Program',
	settings: 'Program',
	store: 'History',
	table: 'Find, mark',
	template: 'Files',
	text: 'Type',
	user: 'Users',
	worklist: 'Deploying',
};

/** What a command is for. */
export function taskOf({id, basic, when}: Pick<Command, 'id' | 'basic' | 'when'>): Task {
	if (basic === true && when.includes('table')) return 'Move';
	const noun = id.slice(0, id.indexOf('.'));
	return isNoun(noun) ? tasksByNoun[noun] : 'Program';
}

function isNoun(text: string): text is NounOf<CommandId> {
	return Object.hasOwn(tasksByNoun, text);
}
