import { expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { checkedLinks, groupWords } from "@/db/schema/checks"
import { checkContextFor } from "@/lib/meetings/check-context"
import { line } from "@/lib/minutes/arbitrary-text"
import { checkMinutes } from "@/lib/minutes/check/check"
import { leaveFinding } from "@/lib/minutes/check/leave"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { writeText } from "@/lib/minutes/live/write-document"
import { startMinutes } from "@/lib/minutes/start"
import type { Actor } from "@/lib/platform/actor"
import { connection, database } from "@/lib/platform/database"
import { getArchive } from "./queries"

// Counted, not replaced.
vi.mock("@/lib/minutes/check/check", { spy: true })

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

test("the rules run again for what changed alone, and for all when the group knows something new", async () => {
  const { group, chair } = await arrange(["goverment", "comittee", "agreeement"])
  const runs = async () => {
    vi.mocked(checkMinutes).mockClear()
    const { drafts } = await getArchive(chair, group.slug)
    const spelt = drafts.map(({ findings }) => findings.filter(({ rule }) => rule === "spelling"))
    return { runs: vi.mocked(checkMinutes).mock.calls.length, spelt: spelt.flat().length, drafts }
  }
  const first = await runs()
  expect(first).toMatchObject({ runs: 3, spelt: 3 })
  expect(await runs()).toEqual({ ...first, runs: 0 })
  await write(chair, first.drafts[1]?.meetingId ?? "", "The group spoke of the budget.")
  expect(await runs()).toMatchObject({ runs: 1, spelt: 2 })
  await owner.insert(groupWords).values({ groupId: group.id, word: "agreeement" })
  expect(await runs()).toMatchObject({ runs: 3, spelt: 1 })
})

test("what links led to is known of every report, however many links all have between them", async () => {
  const group = await makeGroup(owner)
  const links = Array.from({ length: 2_100 }, (_, at) => `https://tides.example.org/${at}`)
  const last = links.at(-1) ?? ""
  await owner.insert(checkedLinks).values({ url: last, state: "dead", reason: "gone" })
  const known = await checkContextFor(database(), group.id, { links })
  expect([...known.links]).toEqual([[last, { state: "dead", reason: "gone" }]])
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
