import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { minutesContributors } from "@/db/schema/live-minutes"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { line, textOf } from "./arbitrary-text"
import { historyPage, listRevisions } from "./history"
import { nameRevisionInput } from "./input"
import { nameRevision } from "./name-revision"
import { getComparison } from "./read-revisions"

const { owner } = await testDatabase()
let scene: Scene

/** So many revisions, each a word longer than the one before. */
async function write(count: number): Promise<void> {
  const { meetingId, first, second, member } = scene
  await owner.insert(minutes).values({ meetingId, revision: count })
  await owner.insert(minutesRevisions).values(
    Array.from({ length: count }, (_, place) => ({
      meetingId,
      number: place + 1,
      text: textOf([first, second], { opening: line("word ".repeat(place + 1).trim()) }),
      authorId: place % 2 === 0 ? member.personId : null,
    })),
  )
}
const list = (options: { before?: number; named?: boolean } = {}) =>
  listRevisions(scene.member, scene.groupId, scene.meetingId, { locale: "en", ...options })
const name = (number: number, given: string, actor = scene.member) =>
  nameRevision(
    actor,
    nameRevisionInput.parse({ meetingId: scene.meetingId, number: String(number), name: given }),
  )

beforeEach(async () => {
  scene = await arrangeScene(owner)
})

describe("nameRevision", () => {
  beforeEach(() => write(3))

  it("gives a name, changes it and takes it away, each time with an event", async () => {
    await name(2, "  Before the call ")
    expect((await list({ named: true })).revisions).toMatchObject([
      { number: 2, name: "Before the call" },
    ])
    await name(2, "After the call", scene.other)
    await name(2, "After the call")
    await name(2, "")
    expect((await list({ named: true })).revisions).toEqual([])
    const told = await owner.select().from(events).where(eq(events.name, "minutes.named"))
    const ours = told.filter(({ subjectId }) => subjectId === scene.meetingId)
    expect(ours.map(({ data }) => data)).toEqual([
      { number: 33, revision: 2, name: "Before the call", how: "given" },
      { number: 33, revision: 2, name: "After the call", how: "given" },
      { number: 33, revision: 2, name: "After the call", how: "taken" },
    ])
  })

  it("is for members", async () => {
    const stranger = await makeActor(owner)
    await expect(name(2, "x", stranger)).rejects.toMatchObject({ code: "not_found" })
    await expect(name(9, "x")).rejects.toMatchObject({ code: "not_found" })
  })

  it("takes no name that is too long or breaks the line", () => {
    const given = { meetingId: scene.meetingId, number: "2" }
    expect(nameRevisionInput.safeParse({ ...given, name: "n".repeat(121) }).success).toBe(false)
    expect(nameRevisionInput.safeParse({ ...given, name: "two\nlines" }).success).toBe(false)
  })
})

describe("listRevisions", () => {
  it("shows a page, says that older ones follow, and goes on from there", async () => {
    await write(historyPage + 2)
    const page = await list()
    expect([page.revisions.at(0)?.number, page.revisions.at(-1)?.number, page.more]).toEqual([
      historyPage + 2,
      3,
      true,
    ])
    const rest = await list({ before: 3 })
    expect([rest.revisions.map(({ number }) => number), rest.more]).toEqual([[2, 1], false])
  })

  it("counts the words against the revision before, whichever are shown", async () => {
    await write(4)
    await name(3, "Third")
    expect((await list({ named: true })).revisions.map(({ words }) => words)).toEqual([
      { added: 1, removed: 0 },
    ])
    expect((await list()).revisions.map(({ words }) => words?.added ?? null)).toEqual([
      1,
      1,
      1,
      null,
    ])
  })

  it("names those who wrote, and says what was kept by itself", async () => {
    await write(2)
    const { meetingId, other, member } = scene
    await owner
      .insert(minutesContributors)
      .values([other, member].map(({ personId }) => ({ meetingId, number: 2, personId })))
    const { revisions } = await list()
    expect(revisions).toMatchObject([
      { kind: "automatic", author: null, authors: ["Ilva Morandini", "Samir Koskela"] },
      { kind: "first", authors: ["Ilva Morandini"] },
    ])
  })

  it("offers the last named revision to compare with, else the one before", async () => {
    await write(4)
    expect((await list()).base).toBe(3)
    await name(2, "Second")
    await name(4, "Newest")
    expect((await list()).base).toBe(2)
  })
})

describe("getComparison", () => {
  const compare = (asked: { from?: number; to?: number }) =>
    getComparison(scene.member, scene.groupId, scene.meetingId, asked)
  const pair = async (asked: { from?: number; to?: number }) => {
    const { older, newer } = await compare(asked)
    return [older.number, newer.number]
  }

  it("finds any two, the older first, and two sensible ones when none are asked for", async () => {
    await write(4)
    expect(await pair({ from: 4, to: 1 })).toEqual([1, 4])
    expect(await pair({})).toEqual([3, 4])
    expect(await pair({ to: 2 })).toEqual([1, 2])
    await expect(compare({ from: 1, to: 9 })).rejects.toMatchObject({ code: "not_found" })
  })

  it("counts all of a text as its author's where nothing else is known", async () => {
    await write(2)
    const { older, newer, names } = await compare({})
    expect(older.authorship.opening?.[0]?.[0]).toBe(scene.member.personId)
    expect(newer.authorship.opening?.[0]?.[0]).toBeNull()
    expect(names.get(scene.member.personId)).toBe("Ilva Morandini")
  })
})
