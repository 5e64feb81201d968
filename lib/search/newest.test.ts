import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { transaction } from "@/lib/platform/database"
import { type SearchInput, searchInput } from "./input"
import { limits } from "./model"
import { searchPublished } from "./public-queries"
import { searchDesk } from "./queries"
import { recountWords } from "./vocabulary"
import { windowsOf } from "./windows"

const { owner } = await testDatabase()
let member: SignedIn

/** More texts than the widest window holds, one a day, the newest first; every hundredth has none. */
const texts = 9000
beforeAll(async () => {
  const { id: groupId } = await makeGroup(owner)
  member = await makeActor(owner, { roles: { [groupId]: "member" } })
  await owner.execute(sql`
    insert into search_texts (group_id, kind, reach, source, part, href, title, words, day, language, terms)
    select ${groupId}, case when n % 2 = 0 then 'minutes' else 'decision' end::search_kind,
      case when n % 3 = 0 then 'public' else 'members' end::search_reach, 'made:' || n, 0, '/desk/' || n,
      'Made', said, case when n % 100 <> 99 then date '2026-06-30' - n end, 'simple', to_tsvector('simple', said)
    from (select n, 'all'
      || case when n % 10 = 0 then ' tenth' else '' end
      || case when n % 90 = 0 then ' seldom' else '' end
      || case when n > 8500 then ' old' else '' end
      || ' sort' || n % 75 as said
      from generate_series(0, ${texts - 1}) n) made`)
  await owner.execute(sql`analyze search_texts`)
})

/** The numbers of the texts that are found, in the order in which they are offered. */
async function numbers(given: Partial<Record<keyof SearchInput, unknown>>, isPublic = false) {
  const input = (page: number) => searchInput.parse({ ...given, page })
  const of = async (page: number) =>
    isPublic ? searchPublished(input(page), "en") : searchDesk(member, input(page), "en")
  const { found: first } = await of(1)
  const found: number[] = []
  for (let page = 1; page <= (first?.pages ?? 0); page++)
    for (const { href } of (await of(page)).found?.hits ?? [])
      found.push(Number(href.replace("/desk/", "")))
  return { found, total: first?.total ?? 0, more: first?.more ?? false }
}

/** The newest texts that a question fits, computed from how they were made. */
function expected(fits: (n: number) => boolean) {
  const dated = (n: number) => n % 100 !== 99
  const all = Array.from({ length: texts }, (_, n) => n).filter(fits)
  const ordered = [...all.filter(dated), ...all.filter((n) => !dated(n))]
  return { found: ordered.slice(0, limits.ranked), more: ordered.length > limits.ranked }
}
const yearOf = (n: number) => new Date(Date.UTC(2026, 5, 30) - n * 86_400_000).getUTCFullYear()

test("texts are looked for in two windows, from a month on, before all are", async () => {
  const windows = await transaction((tx) => windowsOf(tx, null))
  expect(windows.map(({ facets }) => [facets[0], facets.at(-1)])).toEqual([
    ["m:202309", "y:2026"],
    ["m:200405", "y:2026"],
  ])
  expect((await transaction((tx) => windowsOf(tx, 2021)))[0]?.facets).toEqual([
    "m:202110",
    "m:202111",
    "m:202112",
  ])
})

const questions: [string, Partial<Record<keyof SearchInput, unknown>>, (n: number) => boolean][] = [
  ["in every text", { q: "all" }, () => true],
  ["in one of ten", { q: "tenth" }, (n) => n % 10 === 0],
  ["in a hundred", { q: "seldom" }, (n) => n % 90 === 0],
  ["in the oldest alone", { q: "old" }, (n) => n > 8500],
  ["in the oldest, and not in some", { q: "old -tenth" }, (n) => n > 8500 && n % 10 !== 0],
  ["and excluded", { q: "tenth -seldom" }, (n) => n % 10 === 0 && n % 90 !== 0],
  ["by its beginning", { q: "sel" }, (n) => n % 90 === 0],
  ["of a kind", { q: "tenth", kind: "minutes" }, (n) => n % 10 === 0],
  ["of a kind alone", { kind: "decision" }, (n) => n % 2 === 1],
]

test.each(questions)(
  "the newest texts are found, and no others: a word %s",
  async (_, asked, fits) => {
    for (const isPublic of [false, true]) {
      const wanted = expected((n) => fits(n) && (!isPublic || n % 3 === 0))
      const got = await numbers(asked, isPublic)
      expect(got.more).toBe(wanted.more)
      expect(got.total).toBe(wanted.found.length)
      expect(got.found.toSorted((a, b) => a - b)).toEqual(wanted.found.toSorted((a, b) => a - b))
    }
  },
)

test("a year is looked through to its beginning, and undated texts are of none", async () => {
  const of2012 = (n: number) => yearOf(n) === 2012 && n % 100 !== 99
  const wanted = expected((n) => of2012(n) && n % 10 === 0).found
  expect((await numbers({ q: "tenth", year: 2012 })).found.toSorted((a, b) => a - b)).toEqual(
    wanted,
  )
  expect((await numbers({ q: "all", year: 2012 })).more).toBe(true)
})

test("a beginning means every word that begins so, and of very many the commonest where they fill the list", async () => {
  const sortOf = (n: number) => `sort${n % 75}`
  const all = async () => {
    for (const [q, fits] of [
      ["sel", (n: number) => n % 90 === 0],
      ["sort7", (n: number) => sortOf(n).startsWith("sort7")],
      // Too few to fill the list: words count that are not among the commonest, as sort60.
      ["seldom sort", (n: number) => n % 90 === 0],
      ["sort seldom -tenth", () => false],
    ] as const) {
      const [wanted, got] = [expected(fits), await numbers({ q })]
      expect(
        got.found.toSorted((a, b) => a - b),
        q,
      ).toEqual(wanted.found.toSorted((a, b) => a - b))
      expect(got.more, q).toBe(wanted.more)
    }
  }
  await all()
  expect((await numbers({ q: "sort" })).found.toSorted((a, b) => a - b)).toEqual(
    expected(() => true).found,
  )
  await transaction(recountWords)
  await owner.execute(sql`update search_words set occurrences = occurrences + 1
    where word in ('sort70', 'sort74')`)
  await all()
  const common = await numbers({ q: "sort" })
  expect(common).toMatchObject({ total: limits.ranked, more: true })
  const named = new Set(common.found.map(sortOf))
  expect(named.size).toBe(50)
  expect(named).toContain("sort70")
  expect(named).not.toContain("sort60")
  expect(named).toContain("sort74")
  expect(common.found.toSorted((a, b) => a - b)).toEqual(
    expected((n) => named.has(sortOf(n))).found,
  )
})
