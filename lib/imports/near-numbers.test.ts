import { sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { connection, database } from "@/lib/platform/database"
import { groupFindings } from "./group-findings"
import { nearNumbers, usualTime } from "./near-numbers"
import { getFile } from "./queries"
import { listResults } from "./results"

const { owner } = await testDatabase()

const report = (number: number, day: string) =>
  `Working Group on Tides\n\nOnline Meeting ${number}\n\n${day} at 2 p.m. UTC\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThe gauges were read on ${day}.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`

async function setting() {
  const group = await makeGroup(owner, { name: "Working Group on Tides" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const bring = async (...texts: string[]) =>
    bringInNow(
      chair,
      group.id,
      texts.map((text, at) => new File([text], `report-${at + 1}.txt`)),
    )
  const lines = (batchId: string) =>
    listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const held = (number: number, day: string) =>
    arrangeMeeting(owner, {
      ...{ groupId: group.id, number, startsAt: new Date(`${day}T13:00:00Z`) },
    })
  return { group, chair, bring, lines, held }
}

test("a taken number and the free one behind the meeting before are found among meetings and all batches", async () => {
  const { chair, group, bring, lines, held } = await setting()
  await held(12, "2023-02-07")
  await held(14, "2023-04-04")
  const batchId = await bring(report(14, "7 March 2023"))
  const [line] = await lines(batchId)
  expect(line?.found).toMatchObject([{ rule: "number-duplicate", fix: "13" }])
  const file = await getFile(chair, group.slug, batchId, line?.id ?? "")
  expect(file.group).toEqual(line?.found)
  // A draft of another batch has 13 by now: none is free.
  await bring(report(13, "21 March 2023"))
  const [after] = await lines(batchId)
  expect(after?.found).toMatchObject([{ rule: "number-duplicate", values: { number: 14 } }])
  expect(after?.found[0]).not.toHaveProperty("fix")
})

test("a gap is told from its nearest meeting, and not where a number of it stands elsewhere in time", async () => {
  const { bring, lines, held } = await setting()
  await held(3, "2019-01-10")
  await held(20, "2022-01-10")
  const batchId = await bring(report(23, "7 March 2022"))
  expect((await lines(batchId))[0]?.found).toMatchObject([
    { rule: "number-gap", values: { how: "two", number: 23, other: 20, first: 21, last: 22 } },
  ])
  await held(21, "2018-01-10")
  expect((await lines(batchId))[0]?.found).toEqual([])
})

test("on one day, and in another group, is neither before nor after", async () => {
  const { group, held } = await setting()
  const other = await setting()
  await held(20, "2022-01-10")
  await other.held(21, "2022-01-24")
  const draft = {
    ...{ id: crypto.randomUUID(), number: 25, heldAt: "2022-01-10", name: "a.txt" },
  }
  const near = await nearNumbers(database(), group.id, [draft])
  expect(groupFindings(draft, near.get(draft.id) ?? [])).toEqual([])
})

test("the usual hour is that of most; without any there is none", async () => {
  const { group, bring, held } = await setting()
  expect(await usualTime(database(), group.id)).toBeNull()
  await held(1, "2022-01-10")
  await bring(report(2, "24 January 2022"), report(3, "7 February 2022"))
  expect(await usualTime(database(), group.id)).toBe("14:00")
})

test("however many drafts a group has, a file and a page of files read as few", async () => {
  const { chair, group, bring, lines } = await setting()
  const batchId = await bring(report(1, "10 January 2022"), report(2, "24 January 2022"))
  const other = await bring(report(3, "7 February 2022"))
  const [line] = await lines(batchId)
  const rowsOf = async (look: () => Promise<unknown>) => {
    const statements = vi.spyOn(connection().sql, "unsafe")
    await look()
    const answers = await Promise.all(statements.mock.results.map(({ value }) => value))
    statements.mockRestore()
    return { queries: answers.length, rows: answers.reduce((sum, rows) => sum + rows.length, 0) }
  }
  const file = () => rowsOf(() => getFile(chair, group.slug, batchId, line?.id ?? ""))
  const page = () => rowsOf(() => lines(batchId))
  const few = [await file(), await page()]
  expect(few[0]?.queries).toBeGreaterThan(0)
  // Two hundred more of the other batch, each with a number and a day of its own.
  await owner.execute(sql`
    insert into import_files (batch_id, position, name, state, source, read, corrected)
    select batch_id, position + 10000 * n, name || n, state, source, read, corrected || jsonb_build_object(
      'number', n + 3, 'startsAt', to_char(timestamp '2022-02-07 14:00' + n * interval '14 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    from import_files, generate_series(1, 200) as n where batch_id = ${other}`)
  expect(await file()).toEqual(few[0])
  expect(await page()).toEqual(few[1])
})
