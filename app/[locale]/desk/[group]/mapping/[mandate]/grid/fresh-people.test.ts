import { expect, test } from "vitest"
import { Confirmed } from "../live/confirmed"
import { freshFor, freshPeople } from "./fresh-people"

const ilva = { id: "1", name: "Ilva Morandini", member: true }
const oran = { id: "2", name: "Oran Delacroix", member: true }

function arrange() {
  const asked: ((people: (typeof ilva)[] | null) => void)[] = []
  const told: string[][] = []
  const clock = { now: 1_000 }
  const refresh = freshPeople(
    () => new Promise((done) => void asked.push(done)),
    (people) => void told.push(people.map(({ name }) => name)),
    () => clock.now,
  )
  return { asked, told, clock, refresh }
}

test("what is known for less than a minute is not asked for again, what is older is, once", async () => {
  const { asked, told, clock, refresh } = arrange()
  clock.now += freshFor - 1
  await refresh()
  expect(asked).toHaveLength(0)
  clock.now += 1
  const opened = refresh()
  const again = refresh()
  expect(asked).toHaveLength(1)
  asked[0]?.([ilva, oran])
  await Promise.all([opened, again])
  expect(told).toEqual([["Ilva Morandini", "Oran Delacroix"]])
  await refresh()
  expect(asked).toHaveLength(1)
})

test("where nobody answers nothing is told, and it is asked again at the next occasion", async () => {
  const { asked, told, clock, refresh } = arrange()
  clock.now += freshFor
  const opened = refresh()
  asked[0]?.(null)
  await opened
  expect(told).toEqual([])
  const next = refresh()
  asked[1]?.([ilva])
  await next
  expect(told).toEqual([["Ilva Morandini"]])
})

test("the table names whoever came since, and is not another one where nobody did", () => {
  const base = new Confirmed({ areas: [], people: [ilva], rows: [] }, 1)
  const before = base.table
  expect(base.meet([{ ...ilva }])).toBe(false)
  expect(base.table).toBe(before)
  expect(base.meet([ilva, oran])).toBe(true)
  expect(base.table.people.map(({ name }) => name)).toEqual(["Ilva Morandini", "Oran Delacroix"])
})
