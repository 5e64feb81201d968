/** The instant at which the next edition is due: so many months after the last one, or after the beginning. */
export function dueAt(last: Date, months: number): Date {
  const due = new Date(last)
  due.setUTCDate(1)
  due.setUTCMonth(due.getUTCMonth() + months)
  const end = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate()
  due.setUTCDate(Math.min(last.getUTCDate(), end))
  return due
}

/** Days after which co-chairs are reminded again of an edition that is still due. */
export const REMIND_AGAIN_DAYS = 30
