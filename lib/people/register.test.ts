import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { publicActor } from "@/lib/platform/actor"
import { addToRegister } from "./add-to-register"
import { editPerson } from "./edit"
import { addToRegisterInput, editPersonInput } from "./input"
import { listMeetingsOf } from "./meetings-of"
import { getPerson, listPeople, mayEditPeople } from "./queries"

const { owner } = await testDatabase()
const desk = await makeActor(owner, { secretariat: true, name: "Sofia" })
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

const form = (person: { personId: string; mark: string }, more: Record<string, unknown> = {}) =>
  editPersonInput.parse({ name: "Chiara Núñez", stakeholderGroup: "", ...person, ...more })
async function makeChiara() {
  const { id } = await makePerson(owner, {
    name: "Chiara Nunez",
    aliases: ["C. Nunez"],
    affiliations: [{ organisation: "Old Institute", until: "2020-12-31" }],
  })
  return { personId: id, mark: (await getPerson(desk, id)).mark }
}

test("name, aliases and affiliations are changed; the old name stays as an alias", async () => {
  const chiara = await makeChiara()
  const input = form(chiara, {
    stakeholderGroup: "media",
    aliases: " Ms Núñez \n\nC. Nunez\nchiara núñez",
    affiliations: [
      { organisation: "Old Institute", capacity: "", since: "", until: "2020-12-31" },
      { organisation: "New Institute", capacity: "Adviser", since: "2021-01-01", until: "" },
      { organisation: "", capacity: "", since: "", until: "" },
    ],
  })
  await editPerson(desk, input)
  const after = await getPerson(desk, chiara.personId)
  expect(after).toMatchObject({ name: "Chiara Núñez", stakeholderGroup: "media" })
  expect(after.aliases).toEqual(expect.arrayContaining(["Ms Núñez", "C. Nunez", "Chiara Nunez"]))
  expect(after.aliases).toHaveLength(3)
  expect(after.affiliations.map(({ organisation, since }) => [organisation, since])).toEqual(
    expect.arrayContaining([
      ["Old Institute", null],
      ["New Institute", "2021-01-01"],
    ]),
  )
  const [told] = await owner.select().from(events).where(eq(events.subjectId, chiara.personId))
  expect(told).toMatchObject({ name: "person.edited", actorId: desk.personId })
})

test("a form that was opened before another one saved overwrites nothing", async () => {
  const chiara = await makeChiara()
  const { mark } = await editPerson(desk, form(chiara, { name: "First" }))
  const stale = editPerson(desk, form(chiara, { name: "Second" }))
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    key: "people.stale",
    data: { name: "First", mark },
  })
  await editPerson(desk, form({ ...chiara, mark }, { name: "Second" }))
  expect((await getPerson(desk, chiara.personId)).name).toBe("Second")
})

test.each([
  [{ organisation: "A", since: "2021-02-02", until: "2021-02-01" }, "affiliations.0.until"],
  [{ organisation: "A", since: "2 February", until: "" }, "affiliations.0.since"],
  [{ organisation: "", capacity: "Adviser", since: "", until: "" }, "affiliations.0.organisation"],
])("%j is refused at %s", (affiliation, path) => {
  const { error } = editPersonInput.safeParse({
    personId: desk.personId,
    mark: "x",
    name: "X",
    affiliations: [affiliation],
  })
  expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([path])
})

test("the register is searched by name and alias, without those who were merged", async () => {
  const kept = await makePerson(owner, { name: "Zyx Åkerlund", aliases: ["Zed"] })
  await makePerson(owner, { name: "Zyx Twin", mergedInto: kept.id })
  expect((await listPeople(desk, "zyx")).people.map(({ name }) => name)).toEqual(["Zyx Åkerlund"])
  expect((await listPeople(desk, "zed akerlund")).total).toBe(0)
  expect((await listPeople(desk, "zed")).people).toMatchObject([
    { name: "Zyx Åkerlund", account: "none", groups: [] },
  ])
  const all = await listPeople(desk, "")
  expect(all.people.find(({ id }) => id === chair.personId)).toMatchObject({
    account: "open",
    groups: [group.shortName],
  })
})

test("a merged entry leads to the one that stayed", async () => {
  const kept = await makePerson(owner)
  const merged = await makePerson(owner, { mergedInto: kept.id })
  expect((await getPerson(desk, merged.id)).mergedInto).toEqual({ id: kept.id, name: kept.name })
})

test("a record tells every part at every meeting", async () => {
  const { id } = await makePerson(owner)
  const [first, second] = await owner
    .insert(meetings)
    .values([
      { groupId: group.id, number: 1, startsAt: new Date("2022-01-01"), noteTakerId: id },
      { groupId: group.id, number: 2, startsAt: new Date("2022-02-01") },
    ])
    .returning()
  if (!first || !second) throw new Error("Meetings were not written")
  await owner
    .insert(attendance)
    .values({ meetingId: first.id, personId: id, kind: "present", capacity: "Adviser" })
  await owner.insert(meetingOffices).values({ meetingId: second.id, personId: id, kind: "chair" })
  const told = (await listMeetingsOf(desk, id)).map(({ number, parts }) => [
    number,
    ...parts.map(({ part, capacity }) => [part, capacity].filter(Boolean).join(" ")),
  ])
  expect(told).toEqual([
    [2, "chair"],
    [1, "notes", "present Adviser"],
  ])
})

test("a person is added once under one name", async () => {
  const input = addToRegisterInput.parse({ name: "Noor  Adeyemi", organisation: "Lumen" })
  const { id } = await addToRegister(desk, input)
  expect((await getPerson(desk, id)).affiliations).toMatchObject([{ organisation: "Lumen" }])
  const again = addToRegister(desk, addToRegisterInput.parse({ name: "noor adeyemi" }))
  await expect(again).rejects.toMatchObject({ fields: { name: "people.nameKnown" } })
  expect(await owner.select().from(people).where(eq(people.name, "Noor Adeyemi"))).toHaveLength(1)
})

test("the register is for the secretariat", async () => {
  const chiara = await makeChiara()
  for (const [who, code] of [
    [chair, "forbidden"],
    [publicActor, "sign_in"],
  ] as const) {
    await expect(listPeople(who, "")).rejects.toMatchObject({ code })
    await expect(getPerson(who, chiara.personId)).rejects.toMatchObject({ code })
    await expect(listMeetingsOf(who, chiara.personId)).rejects.toMatchObject({ code })
    await expect(mayEditPeople(who)).rejects.toMatchObject({ code })
    await expect(editPerson(who, form(chiara))).rejects.toMatchObject({ code })
    const add = addToRegister(who, addToRegisterInput.parse({ name: "Somebody" }))
    await expect(add).rejects.toMatchObject({ code })
  }
})

test.each(["nobody", "00000000-0000-4000-8000-000000000000"])(
  "there is no person %s",
  async (id) => {
    await expect(getPerson(desk, id)).rejects.toMatchObject({ code: "not_found" })
  },
)
