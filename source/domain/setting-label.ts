const labels: Readonly<Record<string, string>> = {
	standAlone: 'Stand-alone deployment',
	history: 'History',
	days: 'days kept',
	entries: 'changes kept',
	backup: 'Dated copies',
	keep: 'number kept',
	above: 'made before a change of more users than',
};

/** A setting as a person knows it. */
export function settingLabel(key: string): string {
	return labels[key] ?? key;
}
