import fc from "fast-check"
import { expect, test } from "vitest"
import { joinStretches, type RoleStretch } from "./stretches"

const roles = ["member", "co-chair"] as const
type Role = (typeof roles)[number]
const day = (n: number) => new Date(Date.UTC(2022, 0, n))
const stretch = (role: Role, since: number, until: number | null): RoleStretch<Role> => ({
  role,
  since: day(since),
  until: until === null ? null : day(until),
})

/** The highest role that any of the stretches gives at noon of a day. */
function roleOn(all: readonly RoleStretch<Role>[], n: number): Role | null {
  const noon = day(n).getTime() + 43_200_000
  const covering = all.filter(
    ({ since, until }) => since.getTime() <= noon && (until?.getTime() ?? Infinity) > noon,
  )
  if (covering.some(({ role }) => role === "co-chair")) return "co-chair"
  return covering.length > 0 ? "member" : null
}

test("stretches that follow each other stay, those that overlap become one history", () => {
  expect(joinStretches([stretch("member", 1, 5), stretch("co-chair", 8, null)], roles)).toEqual([
    stretch("member", 1, 5),
    stretch("co-chair", 8, null),
  ])
  expect(joinStretches([stretch("member", 1, null), stretch("co-chair", 8, 10)], roles)).toEqual([
    stretch("member", 1, 8),
    stretch("co-chair", 8, 10),
    stretch("member", 10, null),
  ])
  expect(joinStretches([stretch("member", 1, 6), stretch("member", 4, 9)], roles)).toEqual([
    stretch("member", 1, 9),
  ])
  expect(joinStretches([], roles)).toEqual([])
})

test("whatever overlaps, every day has the role it had, and no day has two", () => {
  const one = fc
    .tuple(
      fc.constantFrom(...roles),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ max: 9, min: -3 }),
    )
    .map(([role, since, length]) => stretch(role, since, length < 0 ? null : since + length))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (all) => {
      const joined = joinStretches(all, roles)
      for (let n = 1; n <= 32; n++) {
        expect(roleOn(joined, n)).toBe(roleOn(all, n))
        const noon = day(n).getTime() + 43_200_000
        const covering = joined.filter(
          ({ since, until }) => since.getTime() <= noon && (until?.getTime() ?? Infinity) > noon,
        )
        expect(covering.length).toBeLessThan(2)
      }
    }),
  )
})
