import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makePerson } from "@/db/factories/people"
import { formerStakeholderGroups } from "@/db/schema/people"
import { mergePeople } from "../merge"
import type { StakeholderGroup } from "../model"
import { stakeholderGroupsAtAnyTime } from "../stakeholder-groups"

const { owner } = await testDatabase()
let mergedId: string
beforeEach(async () => {
  const merged = await makePerson(owner, {
    name: "Chiara Nuñez Ødegård",
    stakeholderGroup: "civil-society",
  })
  mergedId = merged.id
  await been(mergedId, "government", "2026-06-01")
})

const been = (personId: string, stakeholderGroup: StakeholderGroup, until: string) =>
  owner
    .insert(formerStakeholderGroups)
    .values({ personId, stakeholderGroup, until: new Date(until) })
const keep = async (stakeholderGroup: StakeholderGroup | null) =>
  (await makePerson(owner, { name: "Chiara Núñez", stakeholderGroup })).id
/** What the kept person counts to on each of the days, once they are one. */
async function mergedInto(keptId: string, days: readonly string[]) {
  await mergePeople({ kind: "system", command: "test" }, { keptId, mergedId })
  const groupAt = await stakeholderGroupsAtAnyTime(owner, [keptId])
  return days.map((day) => groupAt(keptId, new Date(day)))
}

test("those of a duplicate say nothing of whoever has one of their own", async () => {
  const days = ["2026-03-01", "2026-07-01"]
  const both = ["technical-community", "technical-community"]
  expect(await mergedInto(await keep("technical-community"), days)).toEqual(both)
  const of = eq(formerStakeholderGroups.personId, mergedId)
  expect(await owner.$count(formerStakeholderGroups, of)).toBe(0)
})

test("its former ones say nothing of whoever had one, but the present one is theirs since", async () => {
  const keptId = await keep(null)
  await been(keptId, "media", "2026-02-01")
  const days = ["2026-01-01", "2026-03-01", "2026-07-01"]
  expect(await mergedInto(keptId, days)).toEqual(["media", "civil-society", "civil-society"])
})

test("all of them are those of whoever has none, with their days", async () => {
  const days = ["2026-03-01", "2026-07-01"]
  expect(await mergedInto(await keep(null), days)).toEqual(["government", "civil-society"])
})
