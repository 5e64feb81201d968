import { type Finding, placeAt, type ReportFacts } from "../model"

/** A mark of formatting stands in the text as letters: "Track.**". */
export function strayMarkup({ strays }: Pick<ReportFacts, "strays">): Finding[] {
  return strays.map((stray) => ({
    rule: "stray-markup",
    severity: "note",
    place: placeAt(stray.at),
    values: { mark: stray.mark, text: stray.text },
  }))
}
