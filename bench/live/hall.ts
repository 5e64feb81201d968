import { connect } from "@/db/client"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { makeSession } from "@/db/factories/sessions"
import { agendaItems } from "@/db/schema/meetings"
import { type MinutesText, TEXT_SCHEMA } from "@/lib/minutes/model"
import { beginMinutes } from "@/lib/minutes/write-revision"

const sections = 12
const words = 10_000
const some = "the group agreed that data on every item should be sent before its next call".split(
  " ",
)

/** Minutes of about 10,000 words in twelve sections, a paragraph for every fifty words. */
function longText(ids: readonly string[]): MinutesText {
  const paragraph = (from: number) => {
    const text = Array.from({ length: 50 }, (_, place) => some[(from * 7 + place) % some.length])
    return {
      type: "paragraph" as const,
      content: [{ type: "text" as const, text: text.join(" ") }],
    }
  }
  const each = Math.round(words / ids.length / 50)
  const section = (at: number) => ({
    type: "doc" as const,
    content: Array.from({ length: each }, (_, place) => paragraph(at * each + place)),
  })
  return {
    ...{ schema: TEXT_SCHEMA, order: [...ids] },
    sections: Object.fromEntries(ids.map((id, at) => [id, section(at)])),
  }
}

/** A group with people who are signed in and meetings with long minutes, in an empty database. */
export async function fillHall(ownerUrl: string, people: number, count: number) {
  const { db, end } = connect(ownerUrl, { max: 2 })
  try {
    const { id: groupId, slug } = await makeGroup(db)
    const cookies: string[] = []
    for (let place = 0; place < people; place++) {
      const { accountId } = await makeActor(db, { roles: { [groupId]: "member" } })
      cookies.push(`rapporteur=${await makeSession(db, accountId)}`)
    }
    const meetings: string[] = []
    for (let number = 1; number <= count; number++) {
      const startsAt = new Date(Date.UTC(2022, 0, number, 13))
      const { id } = await arrangeMeeting(db, { groupId, number, startsAt })
      const items = await db
        .insert(agendaItems)
        .values(
          Array.from({ length: sections - 2 }, (_, position) => ({
            ...{ meetingId: id, position, title: `Item ${position + 1}` },
          })),
        )
        .returning({ id: agendaItems.id })
      const text = longText(["opening", ...items.map((item) => item.id), "closing"])
      await db.transaction((tx) => beginMinutes(tx, { meetingId: id, text, authorId: null }))
      meetings.push(id)
    }
    return { slug, cookies, meetings }
  } finally {
    await end()
  }
}
