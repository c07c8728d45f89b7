import type {KindOf} from '../screen-kind.ts';
import {deployCommands} from './deploy-commands.ts';
import {deployTable} from './deploy-table.ts';
import {planAgain, updateDeploy} from './update-deploy.ts';

/** Sending users their deployment links. */
export const deployScreen: KindOf<'deploy'> = {
	layer: 'base',
	contexts: {
		deploy: {title: 'In the list of messages', counts: true, inList: true},
		deploySending: {title: 'While messages are sent', counts: true, inList: true},
		deployMessage: {title: 'At a message', counts: true},
	},
	commands: deployCommands,
	contextsOf({preview, run}) {
		if (preview !== undefined) return ['deployMessage'];
		return [run?.step === 'sending' ? 'deploySending' : 'deploy', 'table'];
	},
	update: updateDeploy,
	table: (screen, model) => (screen.preview === undefined ? deployTable(screen, model) : undefined),
	isWaiting: ({planned}) => planned === undefined,
	describeLoss: ({run}) =>
		run?.step === 'sending' ? 'Messages are being sent: the rest of them would not be.' : undefined,
	revealedThere: ({preview}) => (preview === undefined ? undefined : 'Link, code and QR code'),
	afterCommit: planAgain,
};
