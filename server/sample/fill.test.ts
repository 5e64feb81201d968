import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { mappingAreas, mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { findCompendium } from "@/lib/compendia/public-queries"
import { listPublicConsultations } from "@/lib/consultations/public-queries"
import { turnConsultations } from "@/lib/consultations/turn"
import { composeEdition } from "@/lib/editions/compose"
import { findEdition } from "@/lib/editions/public-queries"
import { cellsOf } from "@/lib/mapping/cells/row-cells"
import { cellInputs } from "@/lib/mapping/input"
import { reactTo } from "@/lib/reactions/react"
import { verifyRecord } from "@/lib/record/verify/verify"
import { fillSample } from "./fill"

const { owner } = await testDatabase()

test("the sample shows an open consultation and one with its compendium, and writes to nobody", async () => {
  expect(await fillSample()).toBe(true)
  expect(await fillSample()).toBe(false)
  await turnConsultations()
  for (const { id } of await owner.select({ id: events.id }).from(events)) await reactTo(id)
  expect(await owner.select().from(mails)).toEqual([])

  const listed = await listPublicConsultations("wg-strategy")
  expect(listed.map(({ slug, status }) => [slug, status])).toEqual([
    ["welcoming-newcomers", "open"],
    ["how-we-decide", "closed"],
  ])
  const said = await owner
    .select({ moderation: comments.moderation, late: comments.late })
    .from(comments)
    .innerJoin(consultations, eq(consultations.id, comments.consultationId))
    .where(eq(consultations.slug, "welcoming-newcomers"))
  expect(said).toHaveLength(5)
  expect(said.filter(({ moderation }) => moderation === "waiting")).toHaveLength(1)
  expect(said.some(({ late }) => late)).toBe(false)

  const compendium = await findCompendium("wg-strategy", "how-we-decide")
  expect(compendium?.entries.map(({ disposition }) => disposition)).toEqual([
    "not-accepted",
    "partly-accepted",
    "accepted",
  ])
  expect(JSON.stringify(compendium?.content)).not.toContain("Dmitar")
})

test("the sample's mapping fills every area, in every state that a row can have", async () => {
  await fillSample()
  const [mapping] = await owner.select().from(mappings)
  const areas = await owner.select().from(mappingAreas)
  const rows = await owner.select().from(mappingRows)
  expect(areas).toHaveLength(9)
  expect(areas.filter(({ crossCutting }) => crossCutting)).toHaveLength(1)
  expect(areas.every(({ aliases }) => aliases.length > 0)).toBe(true)
  const shown = rows.filter(({ retiredAt }) => !retiredAt)
  expect(shown.length).toBeGreaterThanOrEqual(24)
  expect(new Set(shown.map(({ areaId }) => areaId))).toEqual(new Set(areas.map(({ id }) => id)))
  expect(new Set(shown.map(({ scope }) => scope))).toEqual(new Set(["proposed", "in", "out"]))
  expect(shown.every((row) => row.citationMandate !== "" && row.citationParagraph !== "")).toBe(
    true,
  )
  for (const row of rows)
    for (const [field, value] of Object.entries(cellsOf(row)))
      expect(cellInputs[field as keyof typeof cellInputs].parse(value)).toEqual(value)
  const changes = await owner.select().from(mappingChanges)
  expect(changes.map(({ change }) => change).sort((one, two) => one - two)).toEqual(
    Array.from({ length: mapping?.change ?? 0 }, (_, at) => at + 1),
  )
})

test("the sample's mapping has an edition with an annex, and a table that was changed since", async () => {
  await fillSample()
  const edition = await findEdition("wg-strategy", "roadmap")
  expect(edition?.content.number).toBe(1)
  expect(edition?.content.rows.length).toBeGreaterThanOrEqual(24)
  expect(edition?.content.annex.length).toBeGreaterThan(5)
  expect(edition?.content.rows.some(({ activities }) => activities.length > 0)).toBe(true)
  const [mapping] = await owner.select().from(mappings)
  const now = await composeEdition(owner, mapping?.id ?? "")
  expect(now.content.rows).not.toEqual(edition?.content.rows)
  expect(now.moves).toEqual([])
  expect((await verifyRecord()).differences).toEqual([])
})
