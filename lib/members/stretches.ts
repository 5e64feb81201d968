/** A stretch of time in one role: from `since` on, up to but without `until`; null is open. */
export type RoleStretch<Role> = { role: Role; since: Date; until: Date | null }

/**
 * The stretches of two records of one person as one history: nobody holds two roles at once, and where
 * two overlap the higher one counts. Covers exactly the instants that were covered. In order of time.
 */
export function joinStretches<Role>(
  all: readonly RoleStretch<Role>[],
  lowestFirst: readonly Role[],
): RoleStretch<Role>[] {
  const end = ({ until }: RoleStretch<Role>) => until?.getTime() ?? Number.POSITIVE_INFINITY
  const instants = new Set(all.flatMap((stretch) => [stretch.since.getTime(), end(stretch)]))
  const edges = [...instants].sort((a, b) => a - b)
  const joined: RoleStretch<Role>[] = []
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const to = edges[at + 1] ?? Number.POSITIVE_INFINITY
    const covering = all.filter((one) => one.since.getTime() <= from && end(one) >= to)
    const role = [...lowestFirst]
      .reverse()
      .find((each) => covering.some((one) => one.role === each))
    if (role === undefined) continue
    const until = to === Number.POSITIVE_INFINITY ? null : new Date(to)
    const last = joined.at(-1)
    if (last?.role === role && last.until?.getTime() === from) last.until = until
    else joined.push({ role, since: new Date(from), until })
  }
  return joined
}
