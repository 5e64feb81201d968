import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { minutesRevisions } from "@/db/schema/minutes"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { line, textOf } from "./arbitrary-text"
import { keepRevision } from "./keep-revision"
import { exchangeMinutes } from "./live/exchange"
import { openMinutes } from "./live/open-minutes"
import { writeText } from "./live/write-document"
import type { MinutesText, SectionDoc } from "./model"
import { getCurrentText } from "./queries"
import { acceptText } from "./read-text"
import { savePlainMinutes } from "./save-plain"
import { startMinutes } from "./start"

const { app, owner } = await testDatabase()

let scene: Scene
const save = (actor: SignedIn, text: MinutesText) => writeMinutes(actor, scene.meetingId, text)
const text = (sections: Record<string, SectionDoc>) => textOf([scene.first, scene.second], sections)
const current = async () => {
  const found = await getCurrentText(app, scene.meetingId)
  if (!found) throw new Error("There are no minutes")
  return found
}

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
    await save(scene.member, text({ opening: line("begun") }))
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

describe("a revision", () => {
  beforeEach(() => startMinutes(scene.member, { meetingId: scene.meetingId }))

  it("has its author and the instant of its writing", async () => {
    const before = Date.now()
    const saved = await save(scene.other, text({ [scene.first]: line("discussed") }))
    expect(saved.revision).toBe(2)
    expect(Date.parse(saved.savedAt)).toBeGreaterThanOrEqual(before - 1_000)
    expect(await current()).toEqual({
      revision: 2,
      text: text({ [scene.first]: line("discussed") }),
      savedAt: new Date(saved.savedAt),
      author: "Samir Koskela",
    })
  })

  it("is not made when nothing changed", async () => {
    await save(scene.member, text({ opening: line("once") }))
    expect((await save(scene.member, text({ opening: line("once") }))).revision).toBe(2)
    expect((await current()).revision).toBe(2)
  })

  it("keeps the words of an item that was removed from the agenda meanwhile", async () => {
    await owner.delete(agendaItems).where(eq(agendaItems.id, scene.second))
    await save(scene.member, text({ [scene.second]: line("still here") }))
    const { order, sections } = (await current()).text
    expect(order).toEqual(["opening", scene.first, scene.second, "closing"])
    expect(sections[scene.second]).toEqual(line("still here"))
  })
})

describe("acceptText", () => {
  it("refuses a node that it does not know, by name", () => {
    const strange = {
      ...text({}),
      sections: { ...text({}).sections, opening: { type: "doc", content: [{ type: "table" }] } },
    }
    expect(() => acceptText(strange)).toThrow(
      expect.objectContaining({
        code: "invalid",
        key: "minutes.unknown",
        values: { name: "table" },
      }),
    )
  })

  it("takes JSON, and refuses what is none", () => {
    const sent = text({ opening: line("sent") })
    expect(acceptText(JSON.stringify(sent))).toEqual(sent)
    expect(() => acceptText("{")).toThrow(expect.objectContaining({ key: "minutes.malformed" }))
  })
})

describe("keepRevision", () => {
  beforeEach(() => startMinutes(scene.member, { meetingId: scene.meetingId }))
  const keep = (actor: Actor, meetingId = scene.meetingId) => keepRevision(actor, { meetingId })
  const exchange = async (words: string) => {
    const { doc } = await openMinutes(scene.other, scene.meetingId)
    const state = Y.encodeStateVector(doc)
    writeText(doc, text({ opening: line(words) }))
    return exchangeMinutes(scene.other, {
      meetingId: scene.meetingId,
      schema: 1,
      state: Buffer.from(state).toString("base64"),
      seen: 0,
      update: Buffer.from(Y.encodeStateAsUpdate(doc, state)).toString("base64"),
    })
  }

  it("makes what was written together a revision, records it, and then nothing more", async () => {
    await exchange("written together")
    expect((await current()).text.sections.opening).toEqual(line("written together"))
    expect(await keep(scene.member)).toMatchObject({ revision: 2 })
    const [event] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(event).toMatchObject({
      name: "minutes.saved",
      // Whoever looks at it need not have written it.
      actorId: null,
      groupId: scene.groupId,
      subjectId: scene.meetingId,
      data: { number: 33, revision: 2 },
    })
    expect(await keep(scene.member)).toMatchObject({ revision: 2 })
  })

  it("says nothing before the minutes are started", async () => {
    const other = await arrangeScene(owner)
    expect(await keep(other.member, other.meetingId)).toBeNull()
  })

  it.each([
    ["the public", "sign_in", () => publicActor],
    ["a guest", "not_found", () => ({ kind: "guest" as const, subjectType: "x", subjectId: "y" })],
    ["a member of another group", "not_found", () => makeActor(owner)],
  ])("refuses %s with %s", async (_who, code, makeWho) => {
    await exchange("not for everybody")
    await expect(keep(await makeWho())).rejects.toMatchObject({ code })
    expect((await current()).revision).toBe(1)
  })

  it("keeps a plain form's text and what was written together apart by section", async () => {
    await exchange("written together")
    const { revision } = (await keep(scene.member)) ?? { revision: 0 }
    await exchange("written on meanwhile")
    const sections = { [scene.first]: "From the form." }
    const meetingId = scene.meetingId
    await savePlainMinutes(scene.member, { meetingId, base: revision, locale: "en", sections })
    const { text: now } = await current()
    expect(now.sections.opening).toEqual(line("written on meanwhile"))
    expect(now.sections[scene.first]).toEqual(line("From the form."))
  })
})
