import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { line, textOf } from "./arbitrary-text"
import { listRevisions } from "./history"
import type { MinutesText, SectionDoc } from "./model"
import { getCurrentText, getMinutesForEditor } from "./queries"
import { getComparison, getRevision } from "./read-revisions"
import { restoreMinutes } from "./restore"
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

const reasonOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => "it was not refused",
    (reason: unknown) => reason,
  )

beforeEach(async () => {
  scene = await arrangeScene(owner)
})

describe("restoreMinutes", () => {
  beforeEach(async () => {
    await startMinutes(scene.member, { meetingId: scene.meetingId })
    await save(scene.member, text({ opening: line("first words") }))
    await save(scene.other, text({ opening: line("other words") }))
  })

  it("brings an older text back as a new revision and keeps those between", async () => {
    expect(
      (await restoreMinutes(scene.chair, { meetingId: scene.meetingId, number: 2, base: 3 }))
        .revision,
    ).toBe(4)
    expect((await current()).text.sections.opening).toEqual(line("first words"))
    const { revisions } = await listRevisions(scene.member, scene.groupId, scene.meetingId, {
      locale: "en",
    })
    expect(revisions.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [4, 2],
      [3, null],
      [2, null],
      [1, null],
    ])
  })

  it("changes nothing when somebody saved since the form was shown", async () => {
    const error = await reasonOf(
      restoreMinutes(scene.chair, { meetingId: scene.meetingId, number: 1, base: 2 }),
    )
    expect(error).toMatchObject({ code: "conflict", key: "minutes.movedOn" })
    expect((await current()).revision).toBe(3)
  })

  it("refuses a revision that never was", async () => {
    const error = await reasonOf(
      restoreMinutes(scene.chair, { meetingId: scene.meetingId, number: 9, base: 3 }),
    )
    expect(error).toMatchObject({ code: "not_found" })
  })

  it("is for note-takers and co-chairs, not for every member", async () => {
    const restore = () =>
      restoreMinutes(scene.member, { meetingId: scene.meetingId, number: 2, base: 3 })
    await expect(restore()).rejects.toMatchObject({ code: "forbidden" })
    await owner
      .update(meetings)
      .set({ noteTakerId: scene.member.personId })
      .where(eq(meetings.id, scene.meetingId))
    expect((await restore()).revision).toBe(4)
  })
})

describe("reading", () => {
  beforeEach(async () => {
    await startMinutes(scene.member, { meetingId: scene.meetingId })
    await save(scene.member, text({ opening: line("words") }))
  })

  it("finds a meeting by id and by number, in its own group only", async () => {
    const byId = await getMinutesForEditor(scene.member, scene.groupId, scene.meetingId, "en")
    const byNumber = await getMinutesForEditor(scene.member, scene.groupId, "33", "en")
    expect(byNumber).toEqual(byId)
    const elsewhere = (await makeGroup(owner)).id
    const stranger = await makeActor(owner, { roles: { [elsewhere]: "co-chair" } })
    const error = await reasonOf(getMinutesForEditor(stranger, elsewhere, scene.meetingId, "en"))
    expect(error).toMatchObject({ code: "not_found" })
  })

  it("fits the text to the agenda and names whom it may name", async () => {
    await owner
      .insert(agendaItems)
      .values({ meetingId: scene.meetingId, position: 2, title: "Added later" })
    const shown = await getMinutesForEditor(scene.member, scene.groupId, scene.meetingId, "en")
    expect(shown.agenda.map(({ label, title }) => `${label} ${title}`)).toEqual([
      "1 The plan",
      "2 Any other business",
      "3 Added later",
    ])
    expect(shown.current?.text.order).toHaveLength(5)
    expect(shown.people.map(({ name }) => name)).toContain("Samir Koskela")
    expect(shown.people.find(({ id }) => id === scene.chair.personId)?.capacity).toBe("Co-chair")
    expect(shown.may).toEqual({ edit: true, restore: false })
  })

  it("shows a revision with the one before it", async () => {
    const revision = await getRevision(scene.member, scene.groupId, scene.meetingId, 2)
    expect(revision).toMatchObject({
      newest: 2,
      revision: { number: 2, text: text({ opening: line("words") }), author: "Ilva Morandini" },
      previous: { number: 1, text: text({}) },
      may: { restore: false, name: true },
    })
    await expect(
      getRevision(scene.member, scene.groupId, scene.meetingId, 3),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  it("is for members", async () => {
    const stranger = await makeActor(owner)
    for (const attempt of [
      getMinutesForEditor(stranger, scene.groupId, scene.meetingId, "en"),
      listRevisions(stranger, scene.groupId, scene.meetingId, { locale: "en" }),
      getRevision(stranger, scene.groupId, scene.meetingId, 1),
      getComparison(stranger, scene.groupId, scene.meetingId, { from: 1, to: 2 }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "not_found" })
    }
  })
})

it("never lets the running application rewrite a revision", async () => {
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  await expect(
    app
      .update(minutesRevisions)
      .set({ note: "x" })
      .where(eq(minutesRevisions.meetingId, scene.meetingId)),
  ).rejects.toThrow()
  await expect(
    app.update(minutes).set({ revision: 5 }).where(eq(minutes.meetingId, scene.meetingId)),
  ).rejects.toThrow()
})
