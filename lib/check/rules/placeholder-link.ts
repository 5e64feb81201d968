import { type Finding, placeAt, type ReportFacts } from "../model"

/** A link leads nowhere: its address is empty or a bare "#". */
export function placeholderLink({ links }: Pick<ReportFacts, "links">): Finding[] {
  return links
    .filter((link) =>
      /^(?:#|about:blank|https?:\/\/(?:#|example\.(?:com|org)\/?)?)?$/i.test(link.href.trim()),
    )
    .map((link) => ({
      rule: "placeholder-link",
      severity: "warning",
      place: placeAt(link.at),
      values: { text: link.text },
    }))
}
