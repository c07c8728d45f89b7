/** The IANA name of the zone that the machine's clock is set to. */
export function machineTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
