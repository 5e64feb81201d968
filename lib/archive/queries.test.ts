import { expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { line } from "@/lib/minutes/arbitrary-text"
import { leaveFinding } from "@/lib/minutes/check/leave"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { writeText } from "@/lib/minutes/live/write-document"
import { startMinutes } from "@/lib/minutes/start"
import type { Actor } from "@/lib/platform/actor"
import { connection } from "@/lib/platform/database"
import { getArchive } from "./queries"

const { owner } = await testDatabase()

/** Drafts that are being written, each with a word that no other has. */
async function arrange(words: readonly string[]) {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  for (const [place, word] of words.entries()) {
    const startsAt = new Date(Date.UTC(2019, place, 3, 13))
    const { id: meetingId } = await arrangeMeeting(owner, {
      ...{ groupId: group.id, number: place + 1, startsAt, fromArchive: true },
    })
    await startMinutes(chair, { meetingId })
    await write(chair, meetingId, `The group spoke of the ${word} and the budget.`)
  }
  return { group, chair }
}

/** Words that are written together, and are in no revision yet. */
async function write(actor: Actor, meetingId: string, words: string) {
  const doc = new Y.Doc()
  const exchange = (seen: number, update: Uint8Array | null) =>
    exchangeMinutes(actor, {
      ...{ meetingId, schema: 1, seen },
      update: update && Buffer.from(update).toString("base64"),
      state: Buffer.from(Y.encodeStateVector(doc)).toString("base64"),
    })
  const { last, update } = await exchange(-1, null)
  if (update) Y.applyUpdate(doc, Buffer.from(update, "base64"))
  const before = Y.encodeStateVector(doc)
  writeText(doc, { schema: 1, order: ["opening"], sections: { opening: line(words) } })
  await exchange(last, Y.encodeStateAsUpdate(doc, before))
}

test("each draft has its own findings, without what was left", async () => {
  const words = ["goverment", "comittee", "agreeement"]
  const { group, chair } = await arrange(words)
  const spelt = async () => {
    const { drafts } = await getArchive(chair, group.slug)
    return drafts.map(({ findings }) =>
      findings.filter(({ rule }) => rule === "spelling").map(({ sentence }) => sentence),
    )
  }
  const before = await spelt()
  expect(before).toEqual(words.map((word) => [expect.stringContaining(word)]))
  const { drafts } = await getArchive(chair, group.slug)
  const [first] = drafts
  const finding = first?.findings.find(({ rule }) => rule === "spelling")
  if (!first || !finding) throw new Error("The word was not found")
  await leaveFinding(chair, { meetingId: first.meetingId, key: finding.key })
  expect(await spelt()).toEqual([[], ...before.slice(1)])
})

test("many drafts are looked at with as many queries as few", async () => {
  const queriesOf = async (count: number) => {
    const { group, chair } = await arrange(Array.from({ length: count }, () => "comittee"))
    const statements = vi.spyOn(connection().sql, "unsafe")
    const { drafts } = await getArchive(chair, group.slug)
    const queries = statements.mock.calls.length
    statements.mockRestore()
    expect(drafts.filter(({ findings }) => findings.length > 0)).toHaveLength(count)
    return queries
  }
  const few = await queriesOf(3)
  expect(few).toBeGreaterThan(0)
  expect(await queriesOf(12)).toBe(few)
})
