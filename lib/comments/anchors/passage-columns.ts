import { threads } from "@/db/schema/threads"

/** What a passage is found by: the thread on it, its place, its ends in the live text, and its words with those around them. */
export const passageColumns = {
  id: threads.id,
  place: threads.place,
  start: threads.anchorStart,
  end: threads.anchorEnd,
  quote: threads.quote,
  before: threads.quoteBefore,
  after: threads.quoteAfter,
}
