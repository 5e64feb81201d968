import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { memberships } from "@/db/schema/members"
import { affiliations } from "@/db/schema/people"
import { database, transaction } from "@/lib/platform/database"
import { addPerson } from "./add-person"
import { capacitiesOn } from "./capacity"
import { matchByName } from "./find"
import { affiliationOn } from "./model"

const { owner } = await testDatabase()
const group = await makeGroup(owner)

test("a capacity is the role and the affiliation of that day", async () => {
  const tomas = await makePerson(owner, {
    affiliations: [
      { organisation: "Old Institute", until: "2021-12-31" },
      { organisation: "Meridian Institute", capacity: "Adviser", since: "2022-01-01" },
    ],
  })
  await owner.insert(memberships).values([
    {
      groupId: group.id,
      personId: tomas.id,
      role: "member",
      since: new Date("2021-01-01T00:00:00Z"),
      until: new Date("2022-03-01T00:00:00Z"),
    },
    {
      groupId: group.id,
      personId: tomas.id,
      role: "co-chair",
      since: new Date("2022-03-01T00:00:00Z"),
    },
  ])
  const on = async (day: string) =>
    (
      await capacitiesOn(database(), {
        groupId: group.id,
        personIds: [tomas.id],
        at: new Date(`${day}T12:00:00Z`),
      })
    ).get(tomas.id)
  expect(await on("2021-06-01")).toBe("Old Institute")
  expect(await on("2022-02-01")).toBe("Adviser, Meridian Institute")
  expect(await on("2022-03-03")).toBe("Co-chair; Adviser, Meridian Institute")
})

test("the secretariat is named in the reader's language, strangers not at all", async () => {
  const ilse = await makeActor(owner, { secretariat: true })
  const nobody = await makePerson(owner)
  const capacities = await capacitiesOn(database(), {
    groupId: group.id,
    personIds: [ilse.personId, nobody.id],
    locale: "fr",
  })
  expect([...capacities]).toEqual([[ilse.personId, "Secrétariat"]])
})

test("of several affiliations the latest begun counts, and the last day is inside", () => {
  const at = (organisation: string, since: string | null, until: string | null) => ({
    organisation,
    capacity: "",
    since,
    until,
  })
  const all = [
    at("A", null, "2021-06-30"),
    at("B", "2021-01-01", null),
    at("C", "2021-03-01", "2021-03-31"),
  ]
  expect(affiliationOn(all, "2020-05-05")?.organisation).toBe("A")
  expect(affiliationOn(all, "2021-02-01")?.organisation).toBe("B")
  expect(affiliationOn(all, "2021-03-31")?.organisation).toBe("C")
  expect(affiliationOn(all, "2021-04-01")?.organisation).toBe("B")
  expect(affiliationOn([at("D", "2022-01-01", null)], "2021-12-31")).toBeNull()
})

test("an added person is in the register with name, affiliation and event", async () => {
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const made = await transaction((tx) =>
    addPerson(
      tx,
      { name: "  Ravi   Esterling ", affiliation: { organisation: "Lumen" } },
      { actor: chair, groupId: group.id },
    ),
  )
  expect(made.name).toBe("Ravi Esterling")
  expect((await matchByName(database(), ["ravi esterling"])).get("ravi esterling")?.[0]?.id).toBe(
    made.id,
  )
  const kept = await owner.select().from(affiliations)
  expect(kept.find(({ personId }) => personId === made.id)?.organisation).toBe("Lumen")
})
