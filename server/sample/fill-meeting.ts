import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { SampleItem, SampleMeeting } from "@/db/sample/meetings"
import { meetings } from "@/db/schema/meetings"
import { rowsOfTree } from "@/lib/meetings/agenda"
import { makeMeeting } from "@/lib/meetings/make-meeting"
import { writeAgenda } from "@/lib/meetings/write-agenda"
import { writeAttendance } from "@/lib/meetings/write-attendance"
import { CLOSING, emptyDoc, emptyText, OPENING } from "@/lib/minutes/model"
import { readPlain } from "@/lib/minutes/plain-read"
import { beginMinutes } from "@/lib/minutes/write-revision"

/** The people of the sample by their key, with the capacity under which they attend. */
export type Cast = Map<string, { id: string; name: string; capacity: string }>

const words = {
  statement: "STATEMENT",
  decision: "DECISION",
  action: "ACTION",
  question: "QUESTION",
  owners: "Owners",
  due: "Due",
  outcome: "Outcome",
}

/** Writes one meeting of the sample with agenda, attendance and minutes; resolves to its id. */
export async function fillMeeting(
  tx: Transaction,
  groupId: string,
  cast: Cast,
  meeting: SampleMeeting,
): Promise<string> {
  const person = (key: string) => {
    const found = cast.get(key)
    if (!found) throw new Error(`The sample knows no ${key}`)
    return { personId: found.id, name: found.name, capacity: found.capacity }
  }
  const chair = person(meeting.chair)
  const { id } = await makeMeeting(tx, {
    groupId,
    number: meeting.number,
    startsAt: startOf(meeting),
    minutes: 90,
    joinLink: "https://calls.example.org/wg-strategy",
    noteTakerId: person(meeting.noteTaker).personId,
    offices: [{ personId: chair.personId, kind: "chair", capacity: "co-chair" }],
  })
  const items = await writeAgenda(tx, id, rowsOfTree(meeting.items))
  const attendees = (["present", "regrets", "written"] as const).flatMap((kind) =>
    meeting[kind].map((key) => ({
      personId: person(key).personId,
      kind,
      capacity: person(key).capacity,
    })),
  )
  if (attendees.length > 0) await writeAttendance(tx, id, attendees)
  if (meeting.state === "published" || meeting.state === "draft") {
    const texts = flatten(meeting.items)
    const read = (typed = "") => readPlain(emptyDoc(), typed, words, [...cast.values()])
    const text = emptyText(items)
    text.sections[OPENING] = read(meeting.opening)
    text.sections[CLOSING] = read(meeting.closing)
    for (const [place, item] of items.entries()) text.sections[item.id] = read(texts[place]?.text)
    await beginMinutes(tx, { meetingId: id, text, authorId: person(meeting.noteTaker).personId })
  }
  if (meeting.cancelReason) {
    await tx
      .update(meetings)
      .set({
        cancelledAt: new Date(),
        cancelledBy: chair.personId,
        cancelReason: meeting.cancelReason,
      })
      .where(eq(meetings.id, id))
  }
  return id
}

function startOf({ day, hour }: SampleMeeting): Date {
  const start = new Date()
  start.setUTCDate(start.getUTCDate() + day)
  start.setUTCHours(hour, 0, 0, 0)
  return start
}

function flatten(items: readonly SampleItem[]): SampleItem[] {
  return items.flatMap((item) => [item, ...flatten(item.children ?? [])])
}
