import { eq, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { groups } from "@/db/schema/groups"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { changeKind } from "./change-kind"
import { findProposal, listResults } from "./results"
import { saveImport } from "./save"
import { saveAll } from "./save-all"
import { settleBatch } from "./settle-batch"
import { takeNumbers } from "./take-numbers"

const { owner } = await testDatabase()

/** How many wait for a lock, of this database. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

const report = (day: string) =>
  `Working Group on Tides\n\nMinutes of the call\n\n${day} at 2 p.m. UTC\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThe gauges were read on ${day}.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`

async function brought() {
  const group = await makeGroup(owner, { name: "Working Group on Tides" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const days = ["7 October 2021", "1 July 2021", "2 August 2021"]
  const files = days.map((day, at) => new File([report(day)], `report-${at + 1}.txt`))
  const batchId = await bringInNow(chair, group.id, files)
  const lines = () => listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const which = { slug: group.slug, batchId }
  const of = async (place: number) => {
    const [line] = (await lines()).slice(place)
    return { fileId: line?.id ?? "", revision: 1 }
  }
  return { group, chair, batchId, which, lines, of }
}

type Brought = Awaited<ReturnType<typeof brought>>
const withOneFile: [string, (on: Brought) => Promise<unknown>][] = [
  ["a draft is saved", async ({ chair, of }) => saveImport(chair, await of(1))],
  [
    "a report is said to be a document",
    async ({ chair, of }) => changeKind(chair, { ...(await of(1)), kind: "document" }),
  ],
]

test.each(withOneFile)(
  "while %s, its batch can be numbered and neither waits for ever",
  async (_, act) => {
    const on = await brought()
    const { acting } = await owner.transaction(async (tx) => {
      await tx.select().from(groups).where(eq(groups.id, on.group.id)).for("no key update")
      const begun = act(on)
      await expect.poll(waiting).toBe(1)
      await tx.execute(sql`set local lock_timeout = '3s'`)
      await settleBatch(tx, on.batchId)
      return { acting: begun }
    })
    await acting
  },
)

test("a batch is numbered, saved and corrected in its kind at once, on connections of their own", async () => {
  const on = await brought()
  const { chair, which, of } = on
  const warned = vi.spyOn(log(), "warn")
  const [second, third] = [await of(1), await of(2)]
  const ends = await Promise.allSettled([
    takeNumbers(chair, { ...which, shown: await findProposal(which.batchId) }),
    saveImport(chair, second),
    changeKind(chair, { ...third, kind: "document" }),
    saveAll(chair, which),
  ])
  const failed = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))
  // Whoever came second is told that the file moved on; nobody is torn down by the database.
  expect(failed.filter((reason) => !(reason instanceof Refusal))).toEqual([])
  expect(warned).not.toHaveBeenCalled()
})
