import type { Reader } from "@/db/client"
import type { QuoteMark } from "./model"
import { newestReview } from "./review-queries"
import { readStanding } from "./standing"

/**
 * Where the answers of the people who are quoted stand, by the id of their statement; nothing where no
 * review prepares a version that is still to come. Does not authorize.
 */
export async function findQuoteMarks(
  reader: Reader,
  meetingId: string,
): Promise<Record<string, QuoteMark>> {
  // Most meetings were never in review: then the text need not be read.
  if (!(await newestReview(reader, meetingId))) return {}
  const { counts, people } = await readStanding(reader, meetingId)
  if (!counts) return {}
  return Object.fromEntries(
    people.flatMap(({ mark, statements }) => statements.map(({ id }) => [id, mark])),
  )
}
