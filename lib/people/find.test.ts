import { sql } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { publicActor } from "@/lib/platform/actor"
import { findPeople, matchByName, pickerLength } from "./find"
import { folded } from "./fold"
import { foldName } from "./model"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const member = await makeActor(owner, { name: "Zoë Åkerlund", roles: { [group.id]: "member" } })
const chiara = await makePerson(owner, {
  name: "Chiara Núñez-Ødegård",
  aliases: ["C. Nunez", "Ms Ødegård"],
  affiliations: [
    { organisation: "Old Institute", since: "2019-01-01", until: "2020-12-31" },
    { organisation: "Meridian Institute", capacity: "Adviser", since: "2021-01-01" },
  ],
})
const merged = await makePerson(owner, { name: "Chiara Nunez", mergedInto: chiara.id })

test("letters are folded in the database as they are here", async () => {
  const names = fc.sample(fc.string({ unit: "grapheme", maxLength: 12 }), 300)
  const letters = fc.constantFrom(..."ÅåÉéñÖøØŁłđıßaBc")
  const signs = fc.constantFrom(..."’‘–‑ -")
  // Each begins with a letter, so that all of them have something to compare.
  const latin = fc.sample(
    fc.tuple(letters, fc.string({ unit: fc.oneof(letters, signs), maxLength: 11 })),
    200,
  )
  const tidy = [...names, ...latin.map((parts) => parts.join(""))].map((name) =>
    name.replaceAll("\0", ""),
  )
  const rows = await app.execute<{ said: string; folded: string }>(
    sql`select said, ${folded(sql`said`)} as folded from unnest(${sql.param(tidy)}::text[]) said`,
  )
  const ascii = /^[\p{Script=Latin}\p{P} ]*$/u
  const comparable = rows.filter(({ said }) => ascii.test(said) && foldName(said) !== "")
  expect(comparable.length).toBeGreaterThanOrEqual(latin.length)
  for (const { said, folded: there } of comparable)
    expect(there.replace(/\s+/g, " ").trim()).toBe(foldName(said))
})

test.each(["chiara", "nunez", "NÚÑEZ", "odegard", "chi od", "c. nun", "ms"])(
  "%s finds a person by name or alias",
  async (text) => {
    const found = await findPeople(member, group.id, text)
    expect(found).toEqual([
      {
        id: chiara.id,
        name: "Chiara Núñez-Ødegård",
        affiliation: "Adviser, Meridian Institute",
        member: false,
      },
    ])
  },
)

test.each(["", "  ", "hiara", "%", "chiara åkerlund"])("%j finds nobody", async (text) => {
  expect(await findPeople(member, group.id, text)).toEqual([])
})

test("members of the group stand before others, and the list is short", async () => {
  for (let n = 0; n < pickerLength; n++) await makePerson(owner, { name: `Abel Zoe ${n}` })
  const found = await findPeople(member, group.id, "zoe")
  expect(found).toHaveLength(pickerLength)
  expect(found[0]).toMatchObject({ name: "Zoë Åkerlund", member: true })
})

test("the register is not for the public, nor for outsiders", async () => {
  await expect(findPeople(publicActor, group.id, "zoe")).rejects.toMatchObject({ code: "sign_in" })
  const outsider = await makeActor(owner)
  await expect(findPeople(outsider, group.id, "zoe")).rejects.toMatchObject({ code: "not_found" })
})

test("whole names and aliases are matched in one go, several bearers kept apart", async () => {
  const other = await makePerson(owner, { name: "C. Nunez" })
  const found = await matchByName(app, ["CHIARA NUNEZ-ODEGARD", "c. núnez", "Chiara", "Nobody"])
  expect([...found.keys()].sort()).toEqual(["CHIARA NUNEZ-ODEGARD", "c. núnez"])
  expect(found.get("CHIARA NUNEZ-ODEGARD")).toEqual([
    { id: chiara.id, name: "Chiara Núñez-Ødegård", by: "name" },
  ])
  expect(found.get("c. núnez")).toEqual([
    { id: other.id, name: "C. Nunez", by: "name" },
    { id: chiara.id, name: "Chiara Núñez-Ødegård", by: "alias" },
  ])
  expect(await matchByName(app, [])).toEqual(new Map())
  expect((await matchByName(app, [merged.name])).size).toBe(0)
})
