import type { Reader } from "@/db/client"
import { markOf } from "@/lib/live/mark-of"
import { Refusal } from "@/lib/platform/errors"
import type { CurrentRevision } from "./current"
import { findRevisionText } from "./find-revision"
import { mergeTexts } from "./merge"
import { emptyText, type MinutesText, type StaleSave } from "./model"

/** The refusal of a save on an older revision: it carries both texts, and the two merged. */
export class StaleMinutes extends Refusal {
  constructor(override readonly data: StaleSave) {
    super("conflict", "minutes.stale", { author: data.stored.author ?? "" }, {}, data)
  }
}

/** What to show whoever saved on `base` while `current` had been saved in between. */
export async function staleMinutes(
  reader: Reader,
  meetingId: string,
  base: number,
  mine: MinutesText,
  current: CurrentRevision,
): Promise<StaleMinutes> {
  const common = (await findRevisionText(reader, meetingId, base)) ?? emptyText([])
  return new StaleMinutes({
    base,
    mine,
    stored: {
      mark: markOf(current.revision, current.upto),
      text: current.text,
      savedAt: current.savedAt.toISOString(),
      author: current.author,
    },
    both: mergeTexts(common, mine, current.text),
  })
}
