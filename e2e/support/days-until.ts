/** How many days are left until an end as the browser of a journey counts them: by the calendar of Nairobi. */
export function daysUntil(end: Date): number {
  const dayOf = (at: Date) =>
    Date.parse(at.toLocaleDateString("en-CA", { timeZone: "Africa/Nairobi" }))
  return Math.round((dayOf(end) - dayOf(new Date())) / 86_400_000)
}
