import { yearsText } from "@/lib/mapping/cells/cell-text"
import { yearsIn } from "@/lib/mapping/cells/read-cell"
import { type Activity, mappingLimits } from "@/lib/mapping/model"

/** An activity while it is written: its years are text until they can be read. */
export type ActivityDraft = Omit<Activity, "years"> & { years: string }

export const freshActivity = (title = ""): ActivityDraft => ({
  ...{ id: crypto.randomUUID(), title, kind: "other", years: "", link: "", body: "" },
})

/** What is begun with: a letter begins an activity of its own, and takes nothing from those that stand. */
export function begunActivities(value: readonly Activity[], typed: string | null): ActivityDraft[] {
  const drafts = value.map((one) => ({ ...one, years: yearsText(one.years) }))
  const isFull = drafts.length >= mappingLimits.activities
  const isEnough = drafts.length > 0 && (typed === null || isFull)
  return isEnough ? drafts : [...drafts, freshActivity(typed ?? "")]
}

/**
 * Without the ones in which nothing was written. Years that cannot be read stay text, so that they come back
 * as they were typed; the cell refuses them, and no type says so.
 */
export const writtenActivities = (drafts: readonly ActivityDraft[]): Activity[] =>
  drafts
    .filter(({ title, link, body, years }) =>
      [title, link, body, years].some((text) => text.trim()),
    )
    .map(({ years, ...rest }) => ({ ...rest, years: (yearsIn(years) ?? years) as number[] }))
