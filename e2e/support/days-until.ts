/** What a page says is left until an end, as the browser of a journey counts days: by the calendar of Nairobi. */
export function leftUntil(end: Date): string {
  const days = daysUntil(end)
  return days === 0 ? "closes today" : days === 1 ? "closes tomorrow" : `${days} days left`
}

/** How many days are left until an end, by that calendar. */
export function daysUntil(end: Date): number {
  const dayOf = (at: Date) =>
    Date.parse(at.toLocaleDateString("en-CA", { timeZone: "Africa/Nairobi" }))
  return Math.round((dayOf(end) - dayOf(new Date())) / 86_400_000)
}
