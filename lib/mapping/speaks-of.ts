import type { Spoken } from "@/lib/links/spoken"
import { spokenUnder } from "@/lib/minutes/speaks-of"
import type { CellValues } from "./model"

/** The cells in which a row can speak of something. */
export const speakingFields = ["activities", "synergies"] as const
type Speaking = Pick<CellValues, (typeof speakingFields)[number]>

/** What a row of a mapping speaks of: the links of its activities and of its comments and synergies. */
export function speaksOf({ activities, synergies }: Speaking): Spoken[] {
  const ofActivities = activities.flatMap(({ link, title }): Spoken[] =>
    link === "" ? [] : [{ to: "address", href: link, words: title }],
  )
  return [...spokenUnder(synergies).filter(({ to }) => to !== "missing"), ...ofActivities]
}
