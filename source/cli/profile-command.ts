import {type Command, Option} from 'commander';
import {listProfiles} from './profile-list.ts';
import {addProfile, removeProfile, setProfile} from './profile-write.ts';
import type {Act} from './program.ts';

/** The flags of `profile add` and `profile set`, as typed. */
export type ProfileFlags = {
	readonly mbgSipHost?: string;
	readonly mbgWebrtcSipHost?: string;
	readonly remoteMbg?: 'on' | 'off';
	readonly centralEmail?: string;
};

type ListFlags = {readonly json?: boolean};

/** `usersheet profile` with its four commands. */
export function registerProfile(program: Command, act: Act): void {
	const profile = program.command('profile').description('show or change the deployment profiles');
	profile
		.command('list')
		.description('show all profiles')
		.option('--json', 'as a JSON array')
		.action((flags: ListFlags) => act((context) => listProfiles(flags.json === true, context)));
	withValues(profile.command('add').description('add a profile').argument('<name>')).action(
		(name: string, flags: ProfileFlags) => act((context) => addProfile(name, flags, context)),
	);
	withValues(profile.command('set').description('change a profile').argument('<name>')).action(
		(name: string, flags: ProfileFlags) => act((context) => setProfile(name, flags, context)),
	);
	profile
		.command('remove')
		.description('remove a profile that no user has')
		.argument('<name>')
		.action((name: string) => act((context) => removeProfile(name, context)));
}

function withValues(command: Command): Command {
	return command
		.option('--mbg-sip-host <host>', "IP address or host name; '' for none")
		.option('--mbg-webrtc-sip-host <host>', "IP address or host name; '' for none")
		.addOption(
			new Option('--remote-mbg <on|off>', 'whether the MBG connection is remote').choices(['on', 'off']),
		)
		.option('--central-email <address>', "address that gets the mail of all its users; '' for none");
}
