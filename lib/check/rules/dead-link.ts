import { type CheckContext, type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** A link led nowhere when it was last asked, or leads to the desk, where the world cannot read. Each address is named once, where it stands first. */
export function deadLink(
  { links }: Pick<ReportFacts, "links">,
  { links: asked }: Pick<CheckContext, "links">,
): Finding[] {
  const seen = new Set<string>()
  return links.flatMap(({ text, href, at }): Finding[] => {
    const answer = asked.get(href) ?? asked.get(href.split("#", 1)[0] ?? "")
    if (answer?.state !== "dead" || seen.has(href)) return []
    seen.add(href)
    return [
      {
        rule: "dead-link",
        severity: "warning",
        place: placeAt(at),
        values: {
          text: shortened(text),
          href: shortened(href),
          ...(answer.reason === "desk" ? { why: "desk" } : {}),
        },
      },
    ]
  })
}
