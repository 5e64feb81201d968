import { type Finding, placeAt, type ReportFacts, type Span } from "../model"
import { looksMisspelt, nameKey } from "../names"

/** No list of names is compared beyond this many, each with each. */
const MOST = 400

/** Two names that differ by a letter or two may be one person. Both being listed makes it a note. */
export function nameVariant(
  report: Pick<ReportFacts, "participants" | "mentions" | "hosts" | "moderators">,
): Finding[] {
  const names = new Map<string, { name: string; at: Span | null; listed: boolean }>()
  for (const { name, at } of report.participants)
    names.set(nameKey(name), { name, at, listed: true })
  const spoken = [
    ...report.hosts.map(({ value, at }) => ({ name: value, at })),
    ...report.moderators.map(({ value, at }) => ({ name: value, at })),
    ...report.mentions,
  ]
  for (const { name, at } of spoken) {
    if (!names.has(nameKey(name))) names.set(nameKey(name), { name, at, listed: false })
  }
  const all = [...names.values()].slice(0, MOST)
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => looksMisspelt(one.name, other.name))
      .map(
        (other): Finding => ({
          rule: "name-variant",
          severity: one.listed && other.listed ? "note" : "warning",
          place: placeAt(other.at),
          values: { name: other.name, other: one.name },
          fix: one.name,
        }),
      ),
  )
}
