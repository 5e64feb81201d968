import { and, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { editionFiles } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mappingRows } from "@/db/schema/mapping"
import { recordNames } from "@/db/schema/record"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { transaction } from "@/lib/platform/database"
import { findEditionFile } from "./public-queries"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

/** How many of this database wait for a lock. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

test("a file of an edition is neither kept nor given with a name that is erased while it is made", async () => {
  const { groupId, chair, member } = await arrangeScene(app)
  const { mappingId, mandateSlug, rowId } = await makeMapping(app, groupId)
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  await owner
    .update(mappingRows)
    .set({ suggests: `What ${member.name} asked for` })
    .where(eq(mappingRows.id, rowId))
  const { number, mark } = await composeEdition(app, mappingId)
  await freezeEdition(chair, { mappingId, edition: number, change: 0, mark, note: "" })
  const find = () => findEditionFile(group?.slug ?? "", mandateSlug, 1, "md")

  const { made } = await transaction(async (tx) => {
    await tx
      .update(recordNames)
      .set({ name: null, salt: null, erasedAt: new Date(), erasedBecause: "asked for it" })
      .where(and(eq(recordNames.kind, "edition"), eq(recordNames.name, member.name)))
    // Reads the name, which is still there for everybody else, and waits to keep the file.
    const making = find()
    await expect.poll(waiting).toBe(1)
    return { made: making }
  })
  const [first, later] = await Promise.all([made, find()])
  for (const given of [first, later]) {
    const text = Buffer.from(given?.file ?? []).toString("utf8")
    expect(text).toContain("name removed")
    expect(text).not.toContain(member.name)
  }
  const kept = await app.select({ sha256: editionFiles.sha256 }).from(editionFiles)
  expect(kept).toEqual([{ sha256: later?.sha256 }])
})
