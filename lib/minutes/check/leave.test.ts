import { and, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groupWords } from "@/db/schema/checks"
import { attendance, meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { leaveFinding } from "./leave"
import { getMinutesCheck } from "./queries"
import { reopenFinding } from "./reopen"

const { app, owner } = await testDatabase()

const sentence = "It was agreed that the group will send a letter."

async function arrange(words: (scene: Scene) => Record<string, string>) {
  const scene = await arrangeScene(owner)
  await arrangeMinutes(owner, scene.meetingId, {
    [scene.first]: "",
    [scene.second]: "",
    ...words(scene),
  })
  const { groupId, meetingId } = scene
  const look = (actor: Actor) => getMinutesCheck(actor, groupId, meetingId, "en")
  const find = async (rule: string, actor: Actor = scene.member) =>
    (await look(actor)).findings.find((finding) => finding.rule === rule)
  return { ...scene, look, find }
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (refusal) => refusal.code,
  )

describe("a finding that is left", () => {
  test("is left for everybody, says by whom, and is opened again", async () => {
    const scene = await arrange(({ first }) => ({ [first]: sentence }))
    const { meetingId, member, other, find } = scene
    const found = await find("decision-unmarked")
    expect(found).toMatchObject({
      left: null,
      where: { section: scene.first, title: "1 The plan" },
    })
    const key = found?.key ?? ""
    await leaveFinding(member, { meetingId, key })
    await leaveFinding(other, { meetingId, key })
    expect((await find("decision-unmarked", other))?.left).toMatchObject({ by: "Ilva Morandini" })
    await reopenFinding(other, { meetingId, key })
    await reopenFinding(other, { meetingId, key })
    expect((await find("decision-unmarked"))?.left).toBeNull()
    const happened = await app
      .select({ name: events.name, data: events.data })
      .from(events)
      .where(eq(events.subjectId, meetingId))
    expect(happened).toEqual([
      { name: "finding.left", data: { number: 33, rule: "decision-unmarked" } },
      { name: "finding.reopened", data: { number: 33, rule: "decision-unmarked" } },
    ])
  })

  test("is never an error, nor one that nobody finds in the text", async () => {
    const told = "The 32nd meeting of the group was held on 3 March 2022 at 13:00 UTC."
    const scene = await arrange(() => ({ opening: told }))
    const { meetingId, member, find } = scene
    const found = await find("number-mismatch")
    expect(found?.severity).toBe("error")
    const key = found?.key ?? ""
    expect(await code(leaveFinding(member, { meetingId, key }))).toBe("invalid")
    expect(await code(leaveFinding(member, { meetingId, key: '["spelling"]' }))).toBe("conflict")
  })

  test("is for members of the group alone, as is the list", async () => {
    const { meetingId, find, look } = await arrange(({ first }) => ({ [first]: sentence }))
    const key = (await find("decision-unmarked"))?.key ?? ""
    const outsider = await makeActor(owner, { name: "Cleo Duarte" })
    expect(await code(look(outsider))).toBe("not_found")
    expect(await code(look({ kind: "public" }))).toBe("sign_in")
    for (const verb of [leaveFinding, reopenFinding]) {
      expect(await code(verb(outsider, { meetingId, key }))).toBe("not_found")
    }
  })
})

test("of items that may still come nothing is said before the call is over", async () => {
  const { find, meetingId } = await arrange(({ first }) => ({ [first]: sentence }))
  expect((await find("item-not-recorded"))?.where?.title).toBe("2 Any other business")
  const startsAt = new Date(Date.now() - 10 * 60_000)
  await owner.update(meetings).set({ startsAt, minutes: 60 }).where(eq(meetings.id, meetingId))
  expect(await find("item-not-recorded")).toBeUndefined()
  expect(await find("decision-unmarked")).toBeDefined()
})

test("who is added to the attendance is no longer missing in it", async () => {
  const words = "Samir Koskela said that the fund allows for eight."
  const { meetingId, first, member, other, find } = await arrange((scene) => ({
    [scene.first]: words,
  }))
  await owner.insert(attendance).values({
    meetingId,
    personId: member.personId,
    kind: "present",
    capacity: "",
    position: 0,
  })
  const found = await find("speaker-not-listed")
  expect(found).toMatchObject({
    where: { section: first, words: "Samir Koskela" },
    fixes: [{ name: "addToAttendance", person: "Samir Koskela" }],
  })
  await owner.insert(attendance).values({
    meetingId,
    personId: other.personId,
    kind: "present",
    capacity: "",
    position: 1,
  })
  expect(await find("speaker-not-listed")).toBeUndefined()
  expect(
    await app
      .select()
      .from(events)
      .where(and(eq(events.subjectId, meetingId), eq(events.name, "finding.left"))),
  ).toEqual([])
})

test("a slip of the pen is found with what was meant, and the group may keep its word", async () => {
  const words = "They openned the tide gauges after a long discussion of the weather."
  const { groupId, find } = await arrange(({ first }) => ({ [first]: words }))
  expect(await find("spelling")).toMatchObject({
    severity: "note",
    where: { words: "openned" },
    fixes: [
      { name: "replace", words: "opened" },
      { name: "addWord", word: "openned" },
    ],
  })
  await owner.insert(groupWords).values({ groupId, word: "openned" })
  expect(await find("spelling")).toBeUndefined()
})
