import { eq, or, type SQL, sql } from "drizzle-orm"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import { isId } from "@/lib/platform/ids"

/**
 * Which meeting a part of a desk address names: by its id, by its number, or by one that it bore before
 * (no two meetings of a group ever share one). To be asked beside the group; matches nothing for anything else.
 */
export function meetingNamed(ref: string): SQL | undefined {
  if (isId(ref)) return eq(meetings.id, ref)
  if (!/^[1-9]\d{0,8}$/.test(ref)) return sql`false`
  const number = Number(ref)
  const former = sql`(select ${meetingFormerNumbers.meetingId} from ${meetingFormerNumbers}
    where ${meetingFormerNumbers.groupId} = ${meetings.groupId} and ${meetingFormerNumbers.number} = ${number})`
  return or(eq(meetings.number, number), eq(meetings.id, former))
}
