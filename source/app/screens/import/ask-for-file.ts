import {count} from '../../../domain/problem.ts';
import type {Model} from '../../model.ts';
import {askForFile} from '../export/open-export.ts';
import type {ImportState} from './import-state.ts';
import {rejectsOf} from './rejects-of.ts';

/** Asks where to write an empty template. */
export function askForTemplate(model: Model): Model {
	return askForFile(model, {
		title: 'Write a CSV template',
		description: ['Every column that can be imported. Only Last name and Email address must be filled in.'],
		content: {kind: 'template'},
		path: 'template.csv',
	});
}

/** Asks where to write the rows that were rejected. */
export function askForRejects(model: Model, state: ImportState): Model {
	const rejects = rejectsOf(state);
	if (rejects === undefined) return model;
	return askForFile(model, {
		title: `Write ${count(rejects.content.rejected.length, 'rejected row')} to a file`,
		description: [
			'The rows as they are in your file, with their line and what is wrong.',
			'Correct them there and import that file.',
		],
		...rejects,
	});
}
