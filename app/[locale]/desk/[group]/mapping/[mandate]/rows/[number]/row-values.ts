import { yearsText } from "@/lib/mapping/cells/cell-text"
import { plainSynergies } from "@/lib/mapping/coverage/synergies"
import type { Activity, CellValues } from "@/lib/mapping/model"

/** The fields of the form of a row as its cells fill them. */
export function rowValues(cells: CellValues): Record<string, string> {
  return {
    area: cells.area,
    suggests: cells.suggests,
    "citation.mandate": cells.citation.mandate,
    "citation.paragraph": cells.citation.paragraph,
    synergies: plainSynergies(cells.synergies),
    "scope.scope": cells.scope.scope,
    "scope.reason": cells.scope.reason,
    responsible: cells.responsible ?? "",
    status: cells.status,
    confirmed: cells.confirmed ?? "",
    ...Object.fromEntries(cells.activities.flatMap(activityValues)),
  }
}

function activityValues(activity: Activity, at: number): [string, string][] {
  const { id, title, kind, years, link, body } = activity
  const fields = { id, title, kind, link, body, years: yearsText(years) }
  return Object.entries(fields).map(([name, value]) => [`activities.${at}.${name}`, value])
}
