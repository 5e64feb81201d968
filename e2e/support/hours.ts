/** A moment so many hours from now; or before now, when they are negative. */
export const hoursAhead = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)

/** What a form asks of a moment in UTC: its day, and its time to the minute. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
export const timeOf = (at: Date): string => at.toISOString().slice(11, 16)

/** For RAPPORTEUR_DIGEST_HOUR: half a day from now, so that a digest comes when a journey asks for it alone. */
export const farHour = (): string => String(hoursAhead(12).getUTCHours())
