import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { publicActor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { emptyDoc, type MinutesText, type SectionDoc } from "./model"
import { getCurrentText, getMinutesForEditor, getRevision, listRevisions } from "./queries"
import { restoreMinutes } from "./restore"
import { saveMinutes } from "./save"
import { StaleMinutes } from "./stale"
import { startMinutes } from "./start"

const { app, owner } = await testDatabase()

let groupId: string
let meetingId: string
let first: string
let second: string
let member: SignedIn
let other: SignedIn
let chair: SignedIn

const line = (text: string): SectionDoc => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
})
const text = (sections: Record<string, SectionDoc>): MinutesText => {
  const all = {
    opening: emptyDoc(),
    [first]: emptyDoc(),
    [second]: emptyDoc(),
    closing: emptyDoc(),
  }
  return {
    schema: 1,
    order: ["opening", first, second, "closing"],
    sections: { ...all, ...sections },
  }
}
const save = (actor: SignedIn, base: number, sent: unknown) =>
  saveMinutes(actor, { meetingId, base, text: sent })
const current = async () => {
  const found = await getCurrentText(app, meetingId)
  if (!found) throw new Error("There are no minutes")
  return found
}
const refusal = async (attempt: Promise<unknown>): Promise<Refusal> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Refusal) return error
  throw new Error(`It was not refused: ${error}`)
}

beforeEach(async () => {
  groupId = (await makeGroup(owner)).id
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [groupId]: "member" } })
  other = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  chair = await makeActor(owner, { roles: { [groupId]: "co-chair" } })
  const startsAt = new Date("2022-03-03T13:00:00Z")
  const [meeting] = await owner
    .insert(meetings)
    .values({ groupId, number: 33, startsAt })
    .returning()
  if (!meeting) throw new Error("A meeting was not written")
  meetingId = meeting.id
  const items = await owner
    .insert(agendaItems)
    .values([
      { meetingId, position: 0, title: "The plan" },
      { meetingId, position: 1, title: "Any other business" },
    ])
    .returning()
  first = items[0]?.id ?? ""
  second = items[1]?.id ?? ""
})

describe("startMinutes", () => {
  it("begins with a section for every agenda item, in order", async () => {
    await startMinutes(member, { meetingId })
    expect(await current()).toMatchObject({ revision: 1, text: text({}), author: "Ilva Morandini" })
  })

  it("leaves standing what somebody else began", async () => {
    await startMinutes(member, { meetingId })
    await save(member, 1, text({ opening: line("begun") }))
    await startMinutes(other, { meetingId })
    expect((await current()).text.sections.opening).toEqual(line("begun"))
  })

  it("begins once when two begin at the same moment", async () => {
    await Promise.all([startMinutes(member, { meetingId }), startMinutes(other, { meetingId })])
    expect(
      await owner.select().from(minutesRevisions).where(eq(minutesRevisions.meetingId, meetingId)),
    ).toHaveLength(1)
  })

  it("refuses a cancelled meeting", async () => {
    await owner
      .update(meetings)
      .set({ cancelledAt: new Date(), cancelReason: "Too few" })
      .where(eq(meetings.id, meetingId))
    expect(await refusal(startMinutes(member, { meetingId }))).toMatchObject({ code: "conflict" })
  })
})

describe("saveMinutes", () => {
  beforeEach(() => startMinutes(member, { meetingId }))

  it("keeps the text as the next revision, with its author and the instant", async () => {
    const before = Date.now()
    const saved = await save(other, 1, text({ [first]: line("discussed") }))
    expect(saved.revision).toBe(2)
    expect(Date.parse(saved.savedAt)).toBeGreaterThanOrEqual(before - 1_000)
    expect(await current()).toEqual({
      revision: 2,
      text: text({ [first]: line("discussed") }),
      savedAt: new Date(saved.savedAt),
      author: "Samir Koskela",
    })
  })

  it("records who saved which revision", async () => {
    await save(other, 1, text({ [first]: line("discussed") }))
    const [event] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(event).toMatchObject({
      name: "minutes.saved",
      actorId: other.personId,
      groupId,
      subjectId: meetingId,
      data: { number: 33, revision: 2 },
    })
  })

  it("changes nothing on a stale base and gives back both texts, and both in one", async () => {
    await save(other, 1, text({ opening: line("theirs") }))
    const mine = text({ [first]: line("mine") })
    const error = await refusal(save(member, 1, mine))
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
        both: text({ opening: line("theirs"), [first]: line("mine") }),
      },
    })
    expect((await current()).text).toEqual(text({ opening: line("theirs") }))
  })

  it("lets one of two saves on the same base in, whichever comes first", async () => {
    const saves = await Promise.allSettled([
      save(member, 1, text({ opening: line("one") })),
      save(other, 1, text({ opening: line("two") })),
    ])
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await current()).revision).toBe(2)
  })

  it("makes no revision when nothing changed", async () => {
    await save(member, 1, text({ opening: line("once") }))
    expect((await save(member, 2, text({ opening: line("once") }))).revision).toBe(2)
    expect((await current()).revision).toBe(2)
  })

  it("refuses a node that it does not know, by name, and drops nothing", async () => {
    const strange = {
      ...text({}),
      sections: { ...text({}).sections, opening: { type: "doc", content: [{ type: "table" }] } },
    }
    expect(await refusal(save(member, 1, strange))).toMatchObject({
      code: "invalid",
      key: "minutes.unknown",
      values: { name: "table" },
    })
    expect((await current()).revision).toBe(1)
  })

  it("takes the text as JSON, as a form sends it, and refuses what is none", async () => {
    const sent = JSON.stringify(text({ opening: line("sent") }))
    expect((await save(member, 1, sent)).revision).toBe(2)
    expect(await refusal(save(member, 2, "{"))).toMatchObject({ key: "minutes.malformed" })
  })

  it("keeps the words of an item that was removed from the agenda meanwhile", async () => {
    await owner.delete(agendaItems).where(eq(agendaItems.id, second))
    await save(member, 1, text({ [second]: line("still here") }))
    const { order, sections } = (await current()).text
    expect(order).toEqual(["opening", first, second, "closing"])
    expect(sections[second]).toEqual(line("still here"))
  })

  it.each([
    ["the public", "sign_in", () => publicActor],
    ["a guest", "not_found", () => ({ kind: "guest" as const, subjectType: "x", subjectId: "y" })],
    ["a member of another group", "not_found", () => makeActor(owner)],
  ])("refuses %s with %s", async (_who, code, makeWho) => {
    const who = await makeWho()
    const error = await refusal(saveMinutes(who, { meetingId, base: 1, text: text({}) }))
    expect(error.code).toBe(code)
    expect((await current()).revision).toBe(1)
  })

  it("refuses a meeting that is not there", async () => {
    const nowhere = crypto.randomUUID()
    const error = await refusal(
      saveMinutes(member, { meetingId: nowhere, base: 1, text: text({}) }),
    )
    expect(error.code).toBe("not_found")
  })
})

describe("restoreMinutes", () => {
  beforeEach(async () => {
    await startMinutes(member, { meetingId })
    await save(member, 1, text({ opening: line("first words") }))
    await save(other, 2, text({ opening: line("other words") }))
  })

  it("brings an older text back as a new revision and keeps those between", async () => {
    expect((await restoreMinutes(chair, { meetingId, number: 2, base: 3 })).revision).toBe(4)
    expect((await current()).text.sections.opening).toEqual(line("first words"))
    const { revisions } = await listRevisions(member, groupId, meetingId)
    expect(revisions.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [4, 2],
      [3, null],
      [2, null],
      [1, null],
    ])
  })

  it("changes nothing when somebody saved since the form was shown", async () => {
    const error = await refusal(restoreMinutes(chair, { meetingId, number: 1, base: 2 }))
    expect(error).toMatchObject({ code: "conflict", key: "minutes.movedOn" })
    expect((await current()).revision).toBe(3)
  })

  it("refuses a revision that never was", async () => {
    const error = await refusal(restoreMinutes(chair, { meetingId, number: 9, base: 3 }))
    expect(error.code).toBe("not_found")
  })

  it("is for note-takers and co-chairs, not for every member", async () => {
    const restore = () => restoreMinutes(member, { meetingId, number: 2, base: 3 })
    expect((await refusal(restore())).code).toBe("forbidden")
    await owner
      .update(meetings)
      .set({ noteTakerId: member.personId })
      .where(eq(meetings.id, meetingId))
    expect((await restore()).revision).toBe(4)
  })
})

describe("reading", () => {
  beforeEach(async () => {
    await startMinutes(member, { meetingId })
    await save(member, 1, text({ opening: line("words") }))
  })

  it("finds a meeting by id and by number, in its own group only", async () => {
    const byId = await getMinutesForEditor(member, groupId, meetingId, "en")
    const byNumber = await getMinutesForEditor(member, groupId, "33", "en")
    expect(byNumber).toEqual(byId)
    const elsewhere = (await makeGroup(owner)).id
    const stranger = await makeActor(owner, { roles: { [elsewhere]: "co-chair" } })
    const error = await refusal(getMinutesForEditor(stranger, elsewhere, meetingId, "en"))
    expect(error.code).toBe("not_found")
  })

  it("fits the text to the agenda and names whom it may name", async () => {
    await owner.insert(agendaItems).values({ meetingId, position: 2, title: "Added later" })
    const shown = await getMinutesForEditor(member, groupId, meetingId, "en")
    expect(shown.agenda.map(({ label, title }) => `${label} ${title}`)).toEqual([
      "1 The plan",
      "2 Any other business",
      "3 Added later",
    ])
    expect(shown.current?.text.order).toHaveLength(5)
    expect(shown.people.map(({ name }) => name)).toContain("Samir Koskela")
    expect(shown.people.find(({ id }) => id === chair.personId)?.capacity).toBe("Co-chair")
    expect(shown.may).toEqual({ edit: true, restore: false })
  })

  it("shows a revision with the one before it", async () => {
    const revision = await getRevision(member, groupId, meetingId, 2)
    expect(revision).toMatchObject({
      number: 2,
      newest: 2,
      text: text({ opening: line("words") }),
      previous: text({}),
      author: "Ilva Morandini",
    })
    expect((await refusal(getRevision(member, groupId, meetingId, 3))).code).toBe("not_found")
  })

  it("is for members", async () => {
    const stranger = await makeActor(owner)
    for (const attempt of [
      getMinutesForEditor(stranger, groupId, meetingId, "en"),
      listRevisions(stranger, groupId, meetingId),
      getRevision(stranger, groupId, meetingId, 1),
    ]) {
      expect((await refusal(attempt)).code).toBe("not_found")
    }
  })
})

it("never lets the running application rewrite a revision", async () => {
  await startMinutes(member, { meetingId })
  await expect(
    app
      .update(minutesRevisions)
      .set({ note: "x" })
      .where(eq(minutesRevisions.meetingId, meetingId)),
  ).rejects.toThrow()
  await expect(
    app.update(minutes).set({ revision: 5 }).where(eq(minutes.meetingId, meetingId)),
  ).rejects.toThrow()
})
