import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {refuseNobody} from '../fill/fill-commands.ts';

const inForm = {when: ['replace', 'replaceOption']} as const;

/** Finding a text in many values, and putting another one in its place. */
export const replaceCommands: readonly Command[] = [
	{
		when: ['grid', 'importPreview'],
		id: 'replace.open',
		title: 'Find and replace: in the marked users, or in the range, or in all shown',
		short: 'Replace',
		secondary: true,
		aliases: ['s', 'replace'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'replace/open'}),
	},
	{
		...inForm,
		basic: true,
		id: 'replace.up',
		title: 'To the line above',
		run: () => ({type: 'replace/move', by: -1}),
	},
	{
		...inForm,
		basic: true,
		id: 'replace.down',
		title: 'To the line below',
		run: () => ({type: 'replace/move', by: 1}),
	},
	{
		when: ['replaceOption'],
		id: 'replace.toggle',
		title: 'Switch it on or off',
		short: 'Switch',
		run: () => ({type: 'replace/toggle'}),
	},
	{
		...inForm,
		id: 'replace.search',
		title: 'Find: list what would change',
		short: 'Find',
		run: () => ({type: 'replace/search'}),
	},
	{
		...inForm,
		id: 'replace.cancel',
		title: 'Replace nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'replace/back'}),
	},
	{
		when: ['replaceList'],
		id: 'replace.write',
		title: 'Replace in all marked lines',
		short: 'Replace all marked',
		run: () => ({type: 'replace/write'}),
	},
	{
		when: ['replaceList'],
		id: 'replace.back',
		title: 'Take the filter away, then back to what is looked for',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'replace/back'}),
	},
];
