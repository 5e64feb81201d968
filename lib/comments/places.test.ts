import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { minutesPlaces } from "./queries"

const { owner } = await testDatabase()

test("before the minutes are started, the items of the agenda can be spoken of", async () => {
  const { member, meetingId, first, second } = await arrangeScene(owner)
  expect(await minutesPlaces(member, meetingId)).toEqual([
    { about: "item", kind: "item", place: first, name: "1 The plan" },
    { about: "item", kind: "item", place: second, name: "2 Any other business" },
  ])
})

test("then the sections, also one that has left the agenda, and the actions behind theirs", async () => {
  const { member, meetingId, first } = await arrangeScene(owner)
  const gone = randomUUID()
  const action = randomUUID()
  const paragraph = (text: string) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  })
  const doc = (...content: unknown[]) => ({ type: "doc", content })
  const order = ["opening", first, gone, "closing"]
  await owner.insert(minutes).values({ meetingId, revision: 1 })
  await owner.insert(minutesRevisions).values({
    meetingId,
    number: 1,
    text: {
      schema: 1,
      order,
      sections: {
        opening: doc(paragraph("Welcome")),
        [first]: doc({
          type: "action",
          attrs: { id: action, owners: [], due: null },
          content: [paragraph("Write the note")],
        }),
        [gone]: doc(paragraph("Words that stay")),
        closing: doc(paragraph("Thanks")),
      },
    },
  })
  expect(await minutesPlaces(member, meetingId)).toEqual([
    { about: "section", kind: "opening", place: "opening", name: "" },
    { about: "section", kind: "item", place: first, name: "1 The plan" },
    { about: "action", kind: "action", place: action, name: "Write the note" },
    { about: "section", kind: "stranded", place: gone, name: "" },
    { about: "section", kind: "closing", place: "closing", name: "" },
  ])
})

test("nobody outside the group learns what a meeting is about", async () => {
  const { meetingId } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, {})
  const outsider = await makeActor(owner)
  await expect(minutesPlaces(outsider, meetingId)).rejects.toMatchObject({ code: "not_found" })
})
