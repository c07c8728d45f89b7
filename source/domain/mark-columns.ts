import type {MarkColumn} from './field.ts';

const values = 'A date like 2026-11-26 or 26.11.2026, or yes or no. A blank cell says nothing.';

/** Columns that say what has happened to users elsewhere. They are part of no export, and of no form. */
export const markColumns: readonly MarkColumn[] = [
	{
		role: 'mark',
		key: 'deployed',
		header: 'Deployed',
		aliases: ['Deployed on', 'Deployment date'],
		foreign: ['Bereitgestellt', 'Bereitgestellt am', 'Déployé', 'Déployé le', 'Desplegado', 'Implementado'],
		help: `Whether the user was deployed elsewhere, or when. ${values}`,
	},
	{
		role: 'mark',
		key: 'downloaded',
		header: 'Downloaded',
		aliases: ['Downloaded on', 'Download date'],
		foreign: ['Heruntergeladen', 'Heruntergeladen am', 'Téléchargé', 'Téléchargé le', 'Descargado'],
		help: `Whether the user has downloaded it, or when; then the user was deployed, too. ${values}`,
	},
];
