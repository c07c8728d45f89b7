import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import type {Model} from '../../model.ts';

/** The file of the wizard and the plan for it; undefined while there is none. */
export function plannedImport({
	screens,
}: Model): {readonly source: ImportSource; readonly plan: ImportPlan} | undefined {
	const wizard = screens.findLast((screen) => screen.name === 'import');
	if (wizard?.plan === undefined || wizard.source === undefined) return undefined;
	return {source: wizard.source, plan: wizard.plan};
}
