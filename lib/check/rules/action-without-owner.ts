import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** Something is to be done, and nobody is named who does it. */
export function actionWithoutOwner({ actions }: Pick<ReportFacts, "actions">): Finding[] {
  return actions
    .filter((action) => action.owners.length === 0)
    .map((action) => ({
      rule: "action-without-owner",
      severity: "warning",
      place: placeAt(action.at, action.item),
      values: {
        text: shortened(action.text),
      },
    }))
}
