import { type Cases, changed } from "./case"

export const agendaAndOutcomes: Cases = {
  "agenda-order": changed(
    ["\n\n2. New gauges for the pier\n", "\n\n4. New gauges for the pier\n"],
    ["\n\n2. New gauges for the pier\n", "\n\nNew gauges for the pier\n"],
    "2",
  ),
  "heading-differs": changed(
    ["\n\n2. New gauges for the pier\n", "\n\n2. New gouges for the pier\n"],
    ["\n\n2. New gauges for the pier\n", "\n\n2. NEW GAUGES\n"],
    "gouges",
    "\n\n2. New gauges for the pier\n\nLin",
  ),
  "item-not-recorded": changed(["3. AOB\n\nN/A", ""], ["N/A", "None"], "Any other business"),
  "item-empty": changed(["3. AOB\n\nN/A", "3. AOB"], ["3. AOB\n\nN/A", ""], "Any other business"),
  "decision-unmarked": changed(
    ["DECISION: Two gauges are bought.", "It was agreed to buy two gauges."],
    ["DECISION: Two gauges are bought.", "Otto agreed with Lin."],
    "buy two gauges",
  ),
  "action-unmarked": changed(
    ["Lin asked for", "Otto will send a draft. Lin asked for"],
    ["Lin asked for", "The gauges will be read. Lin asked for"],
    "Otto Brandvold",
  ),
  "action-without-owner": changed(
    ["ACTION: Otto to buy them", "ACTION: buy them"],
    ["ACTION: Otto to buy them", "ACTION: The co-chairs to buy them"],
    "buy them",
  ),
  "action-without-date": changed(
    ["buy them by 19 May 2022", "buy them"],
    ["buy them by 19 May 2022", "buy them before the next call"],
    "Otto to buy them",
  ),
  "next-meeting-undated": changed(
    ["Next meeting: 19 May 2022, 13:00 UTC", "Next meeting: a poll will follow"],
    ["Next meeting: 19 May 2022, 13:00 UTC", "Next meeting: 19 May, 13:00 UTC"],
    "a poll will follow",
  ),
}
