import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene } from "@/db/factories/scene"
import { checkContextFor } from "@/lib/meetings/check-context"
import { addWord } from "./add-word"
import { addWordInput } from "./input"
import { removeWord } from "./remove-word"
import { listWords } from "./word-queries"

const { app, owner } = await testDatabase()

test("a group's words are added once, known to the check, and taken out by who may edit the group", async () => {
  const { groupId, chair, member, meetingId } = await arrangeScene(owner)
  await addWord(chair, { groupId, word: "MHLB" })
  await addWord(chair, { groupId, word: "mhlb" })
  await addWord(chair, { groupId, word: "Open Harbours" })
  const words = await listWords(chair, groupId)
  expect(words.map(({ word }) => word)).toEqual(["MHLB", "Open Harbours"])
  const context = await checkContextFor(app, groupId, { exceptMeeting: meetingId })
  expect(context.words).toEqual(["MHLB", "Open Harbours"])
  expect(context.meetings).toEqual([])
  expect(context.people.map(({ name }) => name)).toEqual([
    "Hyejin Abara",
    "Ilva Morandini",
    "Samir Koskela",
  ])
  await removeWord(chair, { groupId, wordId: words[0]?.id ?? "" })
  expect((await listWords(chair, groupId)).map(({ word }) => word)).toEqual(["Open Harbours"])
  await expect(addWord(member, { groupId, word: "Other" })).rejects.toMatchObject({
    code: "forbidden",
  })
  const elsewhere = await arrangeScene(owner)
  await removeWord(elsewhere.chair, { groupId: elsewhere.groupId, wordId: words[1]?.id ?? "" })
  expect(await listWords(chair, groupId)).toHaveLength(1)
})

test("a word has a letter and nothing that is not seen", () => {
  const groupId = crypto.randomUUID()
  const fits = (word: string) => addWordInput.safeParse({ groupId, word }).success
  expect(fits(" WG-Tides ")).toBe(true)
  for (const word of ["", "  ", "123", "a\u200Bb", "x".repeat(81)]) expect(fits(word)).toBe(false)
})
