import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { threadMoves, threads } from "@/db/schema/threads"
import { beginThread } from "@/lib/comments/begin-thread"
import { resolveThreadInput } from "@/lib/comments/input"
import { commentLimits } from "@/lib/comments/model"
import { transaction } from "@/lib/platform/database"
import { bringInSheet } from "./bring-in"
import { decideInput } from "./input"
import { worksheetFile } from "./queries"
import { workThread } from "./work-thread"

const { owner } = await testDatabase()
let scene: Awaited<ReturnType<typeof arrange>>
beforeEach(async () => {
  scene = await arrange()
})

async function arrange() {
  const group = await makeGroup(owner)
  const groupId = group.id
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  const other = await makeActor(owner, { name: "Noor Brandt", roles: { [groupId]: "co-chair" } })
  const document = await arrangeDocument(owner, { groupId, parts: [] })
  const asked = { groupId, askedBy: chair.personId, documentId: document.id }
  const consultation = await arrangeConsultation(owner, asked)
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text: { kind: "document", documentId: document.id }, about: "text" },
      ...{ place: null, consultationId: consultation.id, author: { personId: other.personId } },
      comment: { text: "By whom?", submission: randomUUID(), way: "portal" },
    }),
  )
  return { group, chair, other, consultation, threadId }
}

/** The fields of a form as they arrive: every body of a form is encoded in this way, by a script too. */
async function posted(fields: Record<string, string>): Promise<Record<string, unknown>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const sent = new Request("http://localhost/", { method: "POST", body: form })
  return Object.fromEntries(await sent.formData())
}
const decision = (reason: string, revision = 1) =>
  posted({
    ...{ consultationId: scene.consultation.id, threadId: scene.threadId },
    ...{ revision: String(revision), disposition: "accepted", reason },
  })
const decide = async (reason: string, who = scene.chair, revision = 1) =>
  workThread(who, decideInput.parse(await decision(reason, revision)))
const download = async () => {
  const { group, chair, consultation } = scene
  const { bytes } = await worksheetFile(chair, group.slug, consultation.slug, "en")
  return new File([new Uint8Array(bytes)], "worksheet.xlsx")
}
const bringIn = (file: File) =>
  bringInSheet(scene.chair, { consultationId: scene.consultation.id, file, leaveStale: false })
const moves = () => owner.$count(threadMoves, eq(threadMoves.threadId, scene.threadId))
const lines = "The office.\n\nSee its charter."

test("an answer of several lines that comes from a form comes back untouched and changes nothing", async () => {
  expect((await decision(lines)).reason).toBe("The office.\r\n\r\nSee its charter.")
  await decide(lines)
  expect(await bringIn(await download())).toEqual({ changed: 0, same: 1, left: [] })
  expect(await moves()).toBe(1)
})

test("so does one that was stored with other line ends, and signs that no spreadsheet holds", async () => {
  await decide(lines)
  const stored = "The office.\r\n\r\nSee\u000b its\u0085 charter.\uffff"
  await owner.update(threads).set({ reason: stored }).where(eq(threads.id, scene.threadId))
  expect(await bringIn(await download())).toEqual({ changed: 0, same: 1, left: [] })
  expect(await moves()).toBe(1)
})

test("is not stale where another co-chair decided a row meanwhile that nobody touched", async () => {
  await decide(lines)
  const file = await download()
  await decide("Another\nanswer.", scene.other, 2)
  expect(await bringIn(file)).toEqual({ changed: 0, same: 1, left: [] })
})

test("an answer as long as the field takes is taken, on the sheet and in the thread", async () => {
  const longest = `${"a\n".repeat(commentLimits.reason / 2 - 1)}ab`
  const sent = await decision(longest)
  expect(decideInput.parse(sent).reason).toBe(longest)
  expect(resolveThreadInput.parse(sent).reason).toBe(longest)
  expect(decideInput.safeParse(await decision(`${longest}c`)).success).toBe(false)
})
