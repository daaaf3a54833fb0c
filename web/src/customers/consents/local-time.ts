/** As a field for date and time holds it: without a zone, that of the browser. */
export function localTime(moment: number): string {
  const shifted = new Date(moment - new Date(moment).getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}

/** Null while it is not a whole date. */
export function toInstant(written: string): number | null {
  const moment = new Date(written).getTime()
  return Number.isNaN(moment) ? null : moment
}
