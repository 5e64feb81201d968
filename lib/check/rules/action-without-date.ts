import { findDays } from "@/lib/imports/read/times/calendar"
import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** Words that set a term without naming a day. */
const TERM =
  /\b(?:by|before|until|till|within|at|in time for|prior to|ahead of)\s+(?:the\s+)?(?:end|next|following|coming|start|beginning|\d{1,2}|one|two|three|four|a)\b|\b(?:asap|immediately|at once|today|tomorrow|weekly|monthly|ongoing|deadline|due|this (?:week|month|year)|next (?:week|month|year|meeting|call)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|avant|d[’']ici)\b/i

/**
 * A marked action has no day by which it is due. One that is only told in a sentence is first to be
 * marked, and is not asked for its day as well.
 */
export function actionWithoutDate({ actions }: Pick<ReportFacts, "actions">): Finding[] {
  return actions
    .filter(({ how, due, text }) => how === "read" && due === null && !hasTerm(text.slice(0, 2000)))
    .map((action) => ({
      rule: "action-without-date",
      severity: "note",
      place: placeAt(action.at, action.item),
      values: { text: shortened(action.text) },
    }))
}

function hasTerm(text: string): boolean {
  return TERM.test(text) || findDays(text).length > 0
}
