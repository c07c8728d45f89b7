import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {refuseNobody} from './fill-commands.ts';

const inGrid = {when: ['grid']} as const;

/** How values of users go to other programs and come from there. */
export const clipboardCommands: readonly Command[] = [
	{
		when: ['grid', 'importPreview'],
		id: 'cells.paste',
		title: 'Paste what was copied in usersheet; what other programs have copied the terminal pastes',
		aliases: ['paste'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'fill/paste-own'}),
	},
	{
		...inGrid,
		id: 'cells.cut',
		title: 'Cut the range: its cells are emptied when it is pasted',
		aliases: ['cut'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'fill/cut'}),
	},
	{
		...inGrid,
		id: 'pin.copy',
		title:
			'Copy name, number and PIN of the marked users, or of the range, to tell them (PINs must be shown)',
		aliases: ['copy-pins'],
		disabledReason: firstReason(refuseNobody, refuseHidden),
		run: () => ({type: 'fill/copy-pins'}),
	},
	{
		...inGrid,
		id: 'import.edit-users',
		title:
			'Edit the marked users, the range, or all shown as CSV in your editor (EDITOR); shows what differs before it is written',
		aliases: ['editor', 'vi'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'import/edit-users'}),
	},
];

function refuseHidden(model: Model): string | undefined {
	if (model.revealed) return undefined;
	return `PINs are hidden, and what is hidden is not copied: ${keyName(model, 'pin.reveal')} shows them.`;
}
