import { type Finding, placeAt, type ReportFacts, type SectionFact } from "../model"

/** The discussion numbers or orders its items in another way than the agenda does. */
export function agendaOrder({
  agenda,
  sections,
}: Pick<ReportFacts, "agenda" | "sections">): Finding[] {
  const labels: string[] = []
  const collect = (items: ReportFacts["agenda"]) => {
    for (const item of items) {
      labels.push(item.label)
      collect(item.children)
    }
  }
  collect(agenda)
  const place = new Map(labels.map((label, index) => [label, index]))
  const paragraphs = countsParagraphs(sections)
  let furthest = -1
  return sections.flatMap((section): Finding[] => {
    const [label = ""] = section.items
    const here = place.get(label) ?? furthest
    const behind = here < furthest
    furthest = Math.max(furthest, here)
    const renumbered = !paragraphs && isOtherNumber(section, label)
    if (!behind && !renumbered) return []
    return [
      {
        rule: "agenda-order",
        severity: "warning",
        place: placeAt(section.at, label),
        values: { item: label, printed: section.label ?? "", how: renumbered ? "number" : "order" },
      },
    ]
  })
}

/** Letters count within their item: "b" is the number of item 4b, and "3" that of II.3. */
function isOtherNumber(section: SectionFact, label: string): boolean {
  const printed = section.label?.toLowerCase()
  if (!printed || section.items.length > 1) return false
  const whole = label.toLowerCase()
  if (whole.endsWith(`.${printed}`)) return false
  return printed !== whole && !(whole.endsWith(printed) && !/\d$/.test(printed))
}

/** Whether the numbers are those of paragraphs, which count on from the first of the report: 3, 4, 7, 10. */
function countsParagraphs(sections: readonly SectionFact[]): boolean {
  const numbered = sections.filter(({ label }) => label !== null && /^\d+$/.test(label))
  const [first] = numbered
  return (
    first !== undefined &&
    Number(first.label) > 1 &&
    numbered.every(({ label, items }, index) => {
      const above = numbered[index - 1]
      return label !== items[0] && (!above || Number(label) > Number(above.label))
    })
  )
}
