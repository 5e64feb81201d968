import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeDocument } from "@/db/factories/open-consultation"
import { arrangeScene } from "@/db/factories/scene"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { threads } from "@/db/schema/threads"
import { openThreadInput } from "./input"
import { openThread } from "./open-thread"

const { owner } = await testDatabase()
const scene = await arrangeScene(owner)
const { groupId, meetingId } = scene
const [action, aims] = [randomUUID(), randomUUID()]

const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const doc = (...content: unknown[]) => ({ type: "doc", content })
await owner.insert(minutes).values({ meetingId, revision: 1 })
await owner.insert(minutesRevisions).values({
  ...{ meetingId, number: 1 },
  text: {
    ...{ schema: 1, order: ["opening", scene.first, "closing"] },
    sections: {
      opening: doc(line("The levy stays, and the dues rise.")),
      [scene.first]: doc(
        line("The levy falls. The dues rise."),
        {
          type: "action",
          attrs: { id: action, owners: [], due: null },
          content: [line("Write to the ports about the dues")],
        },
        line("Then the dues rise again."),
      ),
      closing: doc(line("Thanks.")),
    },
  },
})
const { id: documentId } = await arrangeDocument(owner, {
  groupId,
  parts: [{ id: aims, heading: "Aims", words: "The group meets often." }],
})

type Kind = "minutes" | "document"
const begin = (at: string, quote: string, kind: Kind = "minutes") =>
  openThread(
    scene.member,
    openThreadInput.parse({
      on: { kind, id: kind === "minutes" ? meetingId : documentId },
      ...{ at, quote, text: "Why?", submission: randomUUID() },
    }),
  )
const begun = async (...given: Parameters<typeof begin>) => {
  const { threadId, ...said } = await begin(...given)
  const [thread] = await owner.select().from(threads).where(eq(threads.id, threadId))
  if (!thread) throw new Error("It was not written")
  const { about, place, quote, quoteBefore: before, quoteAfter: after, lostAt } = thread
  return { about, place, quote, before, after, lostAt, isFirst: said.isFirstOfSeveral }
}

test("words that are copied into the form without a selection are the passage that the thread is about", async () => {
  expect(await begun(`section:${scene.first}`, " The  levy\nfalls. ")).toMatchObject({
    ...{ about: "passage", place: scene.first, quote: "The levy falls.", lostAt: null },
    ...{ before: "", isFirst: false },
  })
  expect(await begun("text", "The levy falls.")).toMatchObject({ place: scene.first })
  expect(await begun(`section:${aims}`, "meets often", "document")).toMatchObject({
    ...{ about: "passage", place: "text", quote: "meets often", lostAt: null, isFirst: false },
  })
  expect(await begun(`action:${action}`, "the dues")).toMatchObject({
    ...{ about: "passage", place: scene.first, quote: "the dues", lostAt: null },
    ...{ before: "Write to the ports about ", isFirst: false },
  })
})

test("of words that stand several times in the part the first are taken, and it says so", async () => {
  expect(await begun(`section:${scene.first}`, "dues rise")).toMatchObject({
    ...{ before: "The levy falls. The ", place: scene.first, lostAt: null, isFirst: true },
  })
  expect(await begun("text", "dues rise")).toMatchObject({ place: "opening", isFirst: true })
})

test("words that do not stand in the chosen part are refused at their field", async () => {
  const unknown = {
    ...{ code: "invalid", fields: { quote: "consultation.quoteUnknown" } },
  }
  await expect(begin("section:closing", "The levy falls.")).rejects.toMatchObject(unknown)
  await expect(begin(`action:${action}`, "The levy falls.")).rejects.toMatchObject(unknown)
  await expect(begin("text", "Nobody said this")).rejects.toMatchObject(unknown)
  await expect(begin(`section:${aims}`, "The levy", "document")).rejects.toMatchObject(unknown)
})

test("without words the whole part is spoken of", async () => {
  expect(await begun("section:closing", " \n ")).toMatchObject({
    ...{ about: "section", place: "closing", quote: "", isFirst: false },
  })
})
