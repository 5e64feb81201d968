import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { fillPersonal } from "@/db/factories/personal"
import { commentDrafts, commentReactions } from "@/db/schema/comments"
import { meetings } from "@/db/schema/meetings"
import { meetingAnswers, noticeChoices, notices } from "@/db/schema/notices"
import { threadReads } from "@/db/schema/threads"
import { mergePeople } from "../merge"

const { owner } = await testDatabase()

test("what both said of one thing stands once, and no draft is lost", async () => {
  const desk = await makeActor(owner, { secretariat: true })
  const { id: groupId } = await makeGroup(owner)
  const kept = await makePerson(owner, { name: "Chiara Núñez" })
  const merged = await makePerson(owner, { name: "Chiara Nuñez Ødegård" })
  const [meeting] = await owner.insert(meetings).values({ groupId, number: 1 }).returning()
  const meetingId = meeting?.id ?? ""
  await fillPersonal(owner, { groupId, meetingId, personIds: [kept.id, merged.id] })
  await mergePeople(desk, { keptId: kept.id, mergedId: merged.id })
  const mine = await owner.select().from(commentDrafts).where(eq(commentDrafts.personId, kept.id))
  expect(mine.map(({ text }) => text).sort()).toEqual([`by ${kept.id}`, `by ${merged.id}`].sort())
  for (const table of [commentReactions, threadReads, noticeChoices, notices, meetingAnswers])
    expect(await owner.select().from(table).where(eq(table.personId, kept.id))).toHaveLength(1)
})
