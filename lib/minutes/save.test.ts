import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { minutesRevisions } from "@/db/schema/minutes"
import { publicActor } from "@/lib/platform/actor"
import { line, textOf } from "./arbitrary-text"
import type { SectionDoc } from "./model"
import { getCurrentText } from "./queries"
import { saveMinutes } from "./save"
import { StaleMinutes } from "./stale"
import { startMinutes } from "./start"

const { app, owner } = await testDatabase()

let scene: Scene
const save = (actor: SignedIn, base: number, text: unknown) =>
  saveMinutes(actor, { meetingId: scene.meetingId, base, text })
const text = (sections: Record<string, SectionDoc>) => textOf([scene.first, scene.second], sections)
const current = async () => {
  const found = await getCurrentText(app, scene.meetingId)
  if (!found) throw new Error("There are no minutes")
  return found
}

const reasonOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => "it was not refused",
    (reason: unknown) => reason,
  )

beforeEach(async () => {
  scene = await arrangeScene(owner)
})

describe("startMinutes", () => {
  it("begins with a section for every agenda item, in order", async () => {
    await startMinutes(scene.member, { meetingId: scene.meetingId })
    expect(await current()).toMatchObject({
      revision: 1,
      text: text({}),
      author: "Ilva Morandini",
    })
  })

  it("leaves standing what somebody else began", async () => {
    await startMinutes(scene.member, { meetingId: scene.meetingId })
    await save(scene.member, 1, text({ opening: line("begun") }))
    await startMinutes(scene.other, { meetingId: scene.meetingId })
    expect((await current()).text.sections.opening).toEqual(line("begun"))
  })

  it("begins once when two begin at the same moment", async () => {
    await Promise.all([
      startMinutes(scene.member, { meetingId: scene.meetingId }),
      startMinutes(scene.other, { meetingId: scene.meetingId }),
    ])
    expect(
      await owner
        .select()
        .from(minutesRevisions)
        .where(eq(minutesRevisions.meetingId, scene.meetingId)),
    ).toHaveLength(1)
  })

  it("refuses a cancelled meeting", async () => {
    await owner
      .update(meetings)
      .set({ cancelledAt: new Date(), cancelReason: "Too few" })
      .where(eq(meetings.id, scene.meetingId))
    await expect(startMinutes(scene.member, { meetingId: scene.meetingId })).rejects.toMatchObject({
      code: "conflict",
    })
  })
})

describe("saveMinutes", () => {
  beforeEach(() => startMinutes(scene.member, { meetingId: scene.meetingId }))

  it("keeps the text as the next revision, with its author and the instant", async () => {
    const before = Date.now()
    const saved = await save(scene.other, 1, text({ [scene.first]: line("discussed") }))
    expect(saved.revision).toBe(2)
    expect(Date.parse(saved.savedAt)).toBeGreaterThanOrEqual(before - 1_000)
    expect(await current()).toEqual({
      revision: 2,
      text: text({ [scene.first]: line("discussed") }),
      savedAt: new Date(saved.savedAt),
      author: "Samir Koskela",
    })
  })

  it("records who saved which revision", async () => {
    await save(scene.other, 1, text({ [scene.first]: line("discussed") }))
    const [event] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(event).toMatchObject({
      name: "minutes.saved",
      actorId: scene.other.personId,
      groupId: scene.groupId,
      subjectId: scene.meetingId,
      data: { number: 33, revision: 2 },
    })
  })

  it("changes nothing on a stale base and gives back both texts, and both in one", async () => {
    await save(scene.other, 1, text({ opening: line("theirs") }))
    const mine = text({ [scene.first]: line("mine") })
    const error = await reasonOf(save(scene.member, 1, mine))
    expect(error).toBeInstanceOf(StaleMinutes)
    expect(error).toMatchObject({
      code: "conflict",
      data: {
        base: 1,
        mine,
        stored: {
          revision: 2,
          text: text({ opening: line("theirs") }),
          author: "Samir Koskela",
        },
        both: text({ opening: line("theirs"), [scene.first]: line("mine") }),
      },
    })
    expect((await current()).text).toEqual(text({ opening: line("theirs") }))
  })

  it("lets one of two saves on the same base in, whichever comes first", async () => {
    const saves = await Promise.allSettled([
      save(scene.member, 1, text({ opening: line("one") })),
      save(scene.other, 1, text({ opening: line("two") })),
    ])
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await current()).revision).toBe(2)
  })

  it("makes no revision when nothing changed", async () => {
    await save(scene.member, 1, text({ opening: line("once") }))
    expect((await save(scene.member, 2, text({ opening: line("once") }))).revision).toBe(2)
    expect((await current()).revision).toBe(2)
  })

  it("refuses a node that it does not know, by name, and drops nothing", async () => {
    const strange = {
      ...text({}),
      sections: { ...text({}).sections, opening: { type: "doc", content: [{ type: "table" }] } },
    }
    await expect(save(scene.member, 1, strange)).rejects.toMatchObject({
      code: "invalid",
      key: "minutes.unknown",
      values: { name: "table" },
    })
    expect((await current()).revision).toBe(1)
  })

  it("takes the text as JSON, as a form sends it, and refuses what is none", async () => {
    const sent = JSON.stringify(text({ opening: line("sent") }))
    expect((await save(scene.member, 1, sent)).revision).toBe(2)
    await expect(save(scene.member, 2, "{")).rejects.toMatchObject({ key: "minutes.malformed" })
  })

  it("keeps the words of an item that was removed from the agenda meanwhile", async () => {
    await owner.delete(agendaItems).where(eq(agendaItems.id, scene.second))
    await save(scene.member, 1, text({ [scene.second]: line("still here") }))
    const { order, sections } = (await current()).text
    expect(order).toEqual(["opening", scene.first, scene.second, "closing"])
    expect(sections[scene.second]).toEqual(line("still here"))
  })

  it.each([
    ["the public", "sign_in", () => publicActor],
    ["a guest", "not_found", () => ({ kind: "guest" as const, subjectType: "x", subjectId: "y" })],
    ["a member of another group", "not_found", () => makeActor(owner)],
  ])("refuses %s with %s", async (_who, code, makeWho) => {
    const who = await makeWho()
    const error = await reasonOf(
      saveMinutes(who, { meetingId: scene.meetingId, base: 1, text: text({}) }),
    )
    expect(error).toMatchObject({ code: code })
    expect((await current()).revision).toBe(1)
  })

  it("refuses a meeting that is not there", async () => {
    const nowhere = crypto.randomUUID()
    const error = await reasonOf(
      saveMinutes(scene.member, { meetingId: nowhere, base: 1, text: text({}) }),
    )
    expect(error).toMatchObject({ code: "not_found" })
  })
})
