import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { setClock } from "@/lib/platform/clock"
import { reactTo } from "@/lib/reactions/react"
import { composeEdition } from "./compose"
import { dueAt } from "./due"
import { freezeEdition } from "./freeze"
import { remindOfEditions } from "./remind"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let scene: Scene
let mapping: MappingScene

const at = (day: string) => setClock(() => new Date(`${day}T12:00:00Z`))

beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
  await owner.execute(
    sql`update mappings set months = 4, created_at = '2022-10-31T12:00:00Z' where id = ${mapping.mappingId}`,
  )
})
afterEach(() => setClock(undefined))

const told = async () =>
  (await app.select().from(events).orderBy(events.id)).filter(
    ({ name, subjectId }) => name === "edition.due" && subjectId === mapping.mappingId,
  )

async function freeze() {
  const { number, mark } = await composeEdition(app, mapping.mappingId)
  const { mappingId } = mapping
  await freezeEdition(scene.chair, { mappingId, edition: number, change: 0, mark, note: "" })
}

test("the next edition is due months after the last one, on the last day where the month is shorter", async () => {
  for (const [last, months, due] of [
    ["2022-10-31T12:00:00Z", 4, "2023-02-28T12:00:00.000Z"],
    ["2022-08-15T00:00:00Z", 6, "2023-02-15T00:00:00.000Z"],
    ["2023-10-31T23:59:59Z", 4, "2024-02-29T23:59:59.000Z"],
    ["2022-12-31T12:00:00Z", 5, "2023-05-31T12:00:00.000Z"],
  ] as const) {
    expect(dueAt(new Date(last), months).toISOString()).toBe(due)
    const [row] = await app.execute<{ due: string }>(sql`
      select (${last}::timestamptz at time zone 'UTC' + make_interval(months => ${months})) as due`)
    expect(`${String(row?.due).replace(" ", "T")}`.slice(0, 19)).toBe(due.slice(0, 19))
  }
})

test("co-chairs are told once when it is due, by mail as well, and again after a month", async () => {
  at("2023-02-27")
  await remindOfEditions()
  expect(await told()).toEqual([])
  at("2023-02-28")
  await Promise.all([remindOfEditions(), remindOfEditions()])
  await remindOfEditions()
  const [event, ...others] = await told()
  expect(others).toEqual([])
  expect(event?.data).toMatchObject({ edition: 1 })
  await reactTo(event?.id ?? 0)
  await reactTo(event?.id ?? 0)
  const given = await app.select().from(notices)
  expect(given.filter(({ key }) => key === String(event?.id))).toMatchObject([
    {
      ...{ personId: scene.chair.personId, kind: "edition-due" },
      href: expect.stringMatching(new RegExp(`/mapping/${mapping.mandateSlug}/editions$`)),
    },
  ])
  const mail = (await app.select().from(mails).orderBy(mails.createdAt)).filter(
    ({ to }) => to === scene.chair.email,
  )
  expect(mail).toHaveLength(1)
  expect(mail[0]?.subject).toContain("Edition 1 is due")
  // The trail takes the time of the database, which no test moves.
  await owner.transaction(async (tx) => {
    await tx.execute(sql`alter table events disable trigger user`)
    await tx.execute(
      sql`update events set at = '2023-02-28T12:00:00Z' where id = ${event?.id ?? 0}`,
    )
    await tx.execute(sql`alter table events enable trigger user`)
  })
  at("2023-03-29")
  await remindOfEditions()
  expect(await told()).toHaveLength(1)
  at("2023-03-31")
  await remindOfEditions()
  expect(await told()).toHaveLength(2)
})

test("an edition that is frozen starts the months anew, and a table without rows is never due", async () => {
  at("2023-02-01")
  await freeze()
  at("2023-05-31")
  await remindOfEditions()
  expect(await told()).toEqual([])
  at("2023-06-02")
  await remindOfEditions()
  expect((await told()).map(({ data }) => data)).toMatchObject([{ edition: 2 }])
  await owner.execute(
    sql`update mapping_rows set retired_at = now(), retired_reason = 'Gone' where mapping_id = ${mapping.mappingId}`,
  )
  at("2024-01-01")
  await remindOfEditions()
  expect(await told()).toHaveLength(1)
})

test("members are told of an edition, but for whoever froze it", async () => {
  at("2023-02-01")
  await freeze()
  const all = await app.select().from(events)
  const event = all.find(
    ({ name, subjectId }) => name === "edition.frozen" && subjectId === mapping.mappingId,
  )
  await reactTo(event?.id ?? 0)
  const given = await app.select().from(notices)
  const mine = given.filter(({ key }) => key === `${mapping.mappingId} 1`)
  expect(mine.map(({ personId }) => personId).sort()).toEqual(
    [scene.member.personId, scene.other.personId].sort(),
  )
  expect(mine[0]).toMatchObject({ kind: "version-published", data: { version: 1, mapping: true } })
})
