import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** Somebody takes something on in a sentence that is not marked as an action. */
export function actionUnmarked({ actions }: Pick<ReportFacts, "actions">): Finding[] {
  return actions
    .filter((action) => action.how === "inferred")
    .map((action) => ({
      rule: "action-unmarked",
      severity: "note",
      place: placeAt(action.at, action.item),
      values: { text: shortened(action.text), owners: capitalised(action.owners.join(", ")) },
    }))
}

/** Offices are read as they stand, and the sentence begins with them: "Chairs seem to …". */
function capitalised(owners: string): string {
  return owners.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
