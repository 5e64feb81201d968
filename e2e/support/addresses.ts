/** What stands in the addresses of the sample group. */
export type Places = {
  meeting: string
  number: number
  person: string
  request: string
  batch: string
  file: string
  document: string
  consultation: string
  attachment: string
  thread: string
  sheet: string
}

/** The address that a pattern of the build stands for, in English: `/[locale]/desk/[group]` → `/desk/wg-strategy`. */
export function fillAddress(pattern: string, places: Places): string {
  const filled = pattern
    .replace("/[locale]", "")
    .replace("[group]", "wg-strategy")
    .replace("[[...path]]", "groups/wg-strategy")
    .replace("[mandate]", "roadmap")
    .replace("rows/[number]", "rows/1")
    .replace("record/[entry]", "record/1")
    .replace("[meeting]", places.meeting)
    .replace("[number]", String(places.number))
    .replace("[version]", "v1")
    .replace("[person]", places.person)
    .replace("[request]", places.request)
    .replace("[batch]", places.batch)
    .replace("[file]", places.file)
    .replace("[document]", places.document)
    .replace("[consultation]", places.consultation)
    .replace("[attachment]", places.attachment)
    .replace("[thread]", places.thread)
    .replace("[sheet]", places.sheet)
    .replace("[format]", "csv")
    .replace("[table]", "mapping.csv")
    .replace("[mandate]", "roadmap")
    .replace("[edition]", "1")
    .replace("[revision]", "1")
    .replace("[report]", "report.txt")
    .replace("[made]", "document.txt")
  return filled || "/"
}

/** An address as the policy writes it: without the folders that only group, and without what kind it is. */
export const patternOf = (key: string): string =>
  key
    .replace(/^app\//, "/")
    .replace(/\/(page|route)$/, "")
    .replace(/\/\([^)]+\)/g, "") || "/"
