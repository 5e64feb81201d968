import { type CheckContext, type Finding, placeAt, type ReportFacts, type Span } from "../model"
import { looksMisspelt, nameKey } from "../names"
import { quoteSpan } from "../quote"
import { bearersOf } from "../register"

/** No list of names is compared beyond this many, each with each. */
const MOST = 400

type Named = { name: string; at: Span | null; listed: boolean; known: ReadonlySet<number> }

/**
 * Two names that differ by a letter or two may be one person. Both being listed makes it a note; where
 * the register knows both, as one person or as two, there is nothing to ask. The spelling of the
 * register stands for the other, else that of the list.
 */
export function nameVariant(
  report: Pick<ReportFacts, "participants" | "mentions" | "hosts" | "moderators" | "paragraphs">,
  { people }: Pick<CheckContext, "people">,
): Finding[] {
  const names = new Map<string, Named>()
  const add = (name: string, at: Span | null, listed: boolean) => {
    const key = nameKey(name)
    if (!names.has(key)) names.set(key, { name, at, listed, known: bearersOf(name, people) })
  }
  for (const { name, at } of report.participants) add(name, at, true)
  for (const { value, at } of [...report.hosts, ...report.moderators]) add(value, at, false)
  for (const { name, at } of report.mentions) add(name, at, false)
  const all = [...names.values()].slice(0, MOST)
  return all.flatMap((first, index) =>
    all
      .slice(index + 1)
      .filter((other) => looksMisspelt(first.name, other.name))
      .flatMap((second): Finding[] => {
        if (first.known.size > 0 && second.known.size > 0) return []
        const [right, wrong] = second.known.size > 0 ? [second, first] : [first, second]
        return [
          {
            rule: "name-variant",
            severity: first.listed && second.listed ? "note" : "warning",
            place: placeAt(wrong.at),
            values: { name: wrong.name, other: right.name },
            fix: right.name,
            words: quoteSpan(report.paragraphs, wrong.at, wrong.name),
            ...(right.listed || right.known.size > 0 ? { replacement: right.name } : {}),
          },
        ]
      }),
  )
}
