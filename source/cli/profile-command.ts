import {type Command, Option} from 'commander';
import {profileValueFields} from '../domain/profiles/profile-fields.ts';
import type {Act} from './act.ts';
import {flagOf} from './flag-of.ts';
import {listProfiles} from './profile-list.ts';
import {addProfile, removeProfile, renameProfile, setProfile} from './profile-write.ts';

/** `usersheet profile` with its five commands. */
export function registerProfile(program: Command, act: Act): void {
	const profile = program.command('profile').description('show or change the deployment profiles');
	profile
		.command('list')
		.description('show all profiles')
		.option('--json', 'as a JSON array')
		.action(act(listProfiles));
	withValues(profile.command('add').description('add a profile').argument('<name>')).action(act(addProfile));
	withValues(profile.command('set').description('change a profile').argument('<profile>')).action(
		act(setProfile),
	);
	withDryRun(
		profile
			.command('rename')
			.description('give a profile another name; its users follow')
			.argument('<profile>')
			.argument('<name>'),
	).action(act(renameProfile));
	withDryRun(
		profile
			.command('remove')
			.description('remove a profile')
			.argument('<profile>')
			.option('--replace-with <profile>', 'the profile that its users get instead'),
	).action(act(removeProfile));
}

function withDryRun(command: Command): Command {
	return command.option('--dry-run', 'show what would happen; the sheet is not written');
}

/** With a flag for each value of a profile. */
function withValues(command: Command): Command {
	for (const field of profileValueFields) {
		const flag = flagOf(field.key);
		command.addOption(
			field.kind === 'switch'
				? new Option(`${flag} <on|off>`, field.help).choices(['on', 'off'])
				: new Option(`${flag} <${field.value}>`, `${field.help}; '' for none`),
		);
	}
	return command;
}
