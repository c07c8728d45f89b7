const labels: Readonly<Record<string, string>> = {standAlone: 'Stand-alone deployment'};

/** A setting as a person knows it. */
export function settingLabel(key: string): string {
	return labels[key] ?? key;
}
