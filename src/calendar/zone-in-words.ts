/** A time zone as people call it: `Asia/Shanghai` → China Time, 中国时间. One that has no name is said by its id. */
export function zoneInWords(locale: string, zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
}
