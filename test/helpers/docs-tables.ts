import {fieldHelp, type StoredField} from '../../source/domain/field.ts';
import {fields} from '../../source/domain/field-table.ts';
import {cheatSheetTable} from './cheat-sheet.ts';
import {playJob} from './count-job-keys.ts';
import {drawDemo} from './draw-demo.ts';
import {realJobs} from './real-jobs.ts';

/** The README's generated sections: what is between the markers of each name. */
const sections: Readonly<Record<string, () => string | Promise<string>>> = {
	screen: screenSection,
	keys: cheatSheetTable,
	columns: columnsSection,
	jobs: jobsSection,
};

/** The README with every generated section as the code has it. */
export async function fillSections(readme: string): Promise<string> {
	let text = readme;
	for (const [name, write] of Object.entries(sections)) {
		const [start, end] = [`<!-- ${name}: from the code, by npm run docs -->`, `<!-- /${name} -->`];
		const from = text.indexOf(start);
		const to = text.indexOf(end);
		if (from < 0 || to < from) throw new Error(`README.md has no section between ${start} and ${end}`);
		text = `${text.slice(0, from + start.length)}\n${await write()}\n${text.slice(to)}`;
	}
	return text;
}

/** The demo, with two users marked and the cursor between them. */
async function screenSection(): Promise<string> {
	const keys = ['right', 'right', 'down', 'space', 'down', 'down', 'space', 'up'];
	const screen = await drawDemo({columns: 100, rows: 18}, keys, /^ Row 3 .* 2 marked/);
	return `\`\`\`\n${screen}\n\`\`\``;
}

function columnsSection(): string {
	const stored = fields.filter((field): field is StoredField => field.role === 'stored');
	const rows = stored.map((field) => {
		const required =
			field.kind === 'profile'
				? 'with *From CSV*'
				: {always: 'required', 'stand-alone': 'in a stand-alone deployment', never: ''}[field.required];
		const exported = field.kind === 'secret' ? 'never' : 'yes';
		return `| \`${field.header}\` | ${listNames([...field.aliases, ...field.foreign])} | ${required} | ${exported} | ${escapeCell(fieldHelp(field))} |`;
	});
	const marks = fields
		.filter((field) => field.role === 'mark')
		.map(({header, aliases, foreign, help}) => {
			const names = listNames([...aliases, ...foreign]);
			return `| \`${header}\` | ${names} |  | never | ${escapeCell(help)} |`;
		});
	const ignored = fields.filter((field) => field.role === 'ignored' || field.role === 'derived');
	return [
		'| Column | Also matched | Required | Exported | |',
		'|---|---|---|---|---|',
		'| `ID` | | with overwrite | yes | Given by usersheet, never reused, and only valid in the sheet that gave it. |',
		...rows,
		...marks,
		'',
		`Recognised and left out, with a notice: ${listNames(ignored.map((field) => field.header))}.`,
	].join('\n');
}

/** What jobs of every day cost. */
function jobsSection(): string {
	const rows = realJobs.map((job) => `| ${job.job} | ${job.how} | ${playJob(job).keys} |`);
	return ['| Job | How | Keys |', '|---|---|---|', ...rows].join('\n');
}

function listNames(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}

function escapeCell(text: string): string {
	return text.replaceAll('|', '\\|');
}
