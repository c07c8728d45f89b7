import {commandNames} from '../../source/app/commands/typed-name.ts';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {commands} from '../../source/app/loop/command-table.ts';
import {contexts} from '../../source/app/loop/contexts.ts';
import {type KeyGroup, listKeys} from '../../source/cli/list-keys.ts';
import {fieldHelp, type StoredField} from '../../source/domain/field.ts';
import {fields} from '../../source/domain/field-table.ts';

/** The README's generated sections: what stands between the markers of each name. */
export const sections: Readonly<Record<string, () => string>> = {
	keys: keysSection,
	vim: vimSection,
	columns: columnsSection,
};

/** The README with every generated section as the code has it. */
export function fillSections(readme: string): string {
	return Object.entries(sections).reduce((text, [name, write]) => {
		const [start, end] = [`<!-- ${name}: from the code, by npm run docs -->`, `<!-- /${name} -->`];
		const from = text.indexOf(start);
		const to = text.indexOf(end);
		if (from < 0 || to < from) throw new Error(`README.md has no section between ${start} and ${end}`);
		return `${text.slice(0, from + start.length)}\n${write()}\n${text.slice(to)}`;
	}, readme);
}

function keysSection(): string {
	return listKeys(keymaps.sheet)
		.map(({title, rows}) =>
			[`**${title}**`, '', '| Key | What it does |', '|---|---|', ...rows.map(keyRow)].join('\n'),
		)
		.join('\n\n');
}

/** What is other than with sheet keys. */
function vimSection(): string {
	const {sheet, vim} = keymaps;
	const groups = Object.entries(contexts).flatMap(([context, {title}]) => {
		const other = commands.filter(
			({id, when}) =>
				when.some((place) => place === context) && vim.keys[id].join() !== sheet.keys[id].join(),
		);
		const rows = other.map((command) => keyRow({names: commandNames(vim, command), does: command.title}));
		return rows.length === 0
			? []
			: [[`**${title}**`, '', '| Key | What it does |', '|---|---|', ...rows].join('\n')];
	});
	return groups.join('\n\n');
}

function keyRow({names, does}: KeyGroup['rows'][number]): string {
	return `| ${listNames(names)} | ${escapeCell(does)} |`;
}

function columnsSection(): string {
	const stored = fields.filter((field): field is StoredField => field.role === 'stored');
	const rows = stored.map((field) => {
		const required =
			field.kind === 'profile'
				? 'with *From CSV*'
				: {always: 'required', 'stand-alone': 'in a stand-alone deployment', never: ''}[field.required];
		const exported = field.kind === 'secret' ? 'never' : 'yes';
		return `| \`${field.header}\` | ${listNames(field.aliases)} | ${required} | ${exported} | ${escapeCell(fieldHelp(field))} |`;
	});
	const foreign = stored
		.filter((field) => field.foreign.length > 0)
		.map((field) => `| \`${field.header}\` | ${listNames(field.foreign)} |`);
	const ignored = fields.filter((field) => field.role === 'ignored' || field.role === 'derived');
	return [
		'| Column | Also matched | Required | Exported | |',
		'|---|---|---|---|---|',
		'| `ID` | | with overwrite | yes | Given by usersheet, never reused, and only valid in the sheet that gave it. |',
		...rows,
		'',
		'German, French and Spanish names, with accents or without:',
		'',
		'| Column | Also matched |',
		'|---|---|',
		...foreign,
		'',
		`Recognised and left out, with a notice: ${listNames(ignored.map((field) => field.header))}.`,
	].join('\n');
}

function listNames(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}

function escapeCell(text: string): string {
	return text.replaceAll('|', '\\|');
}
