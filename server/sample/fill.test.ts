import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { findCompendium } from "@/lib/compendia/public-queries"
import { listPublicConsultations } from "@/lib/consultations/public-queries"
import { turnConsultations } from "@/lib/consultations/turn"
import { reactTo } from "@/lib/reactions/react"
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
