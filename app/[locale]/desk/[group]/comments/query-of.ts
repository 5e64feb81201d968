/** The query of an address with what is given; the first page is left out. */
export function queryOf(given: {
  page?: number | undefined
  state?: string | undefined
  mine?: boolean | undefined
  thread?: string | undefined
}): string {
  const query = new URLSearchParams()
  if (given.page && given.page > 1) query.set("page", String(given.page))
  if (given.state) query.set("state", given.state)
  if (given.mine) query.set("mine", "")
  if (given.thread) query.set("thread", given.thread)
  return query.toString()
}
