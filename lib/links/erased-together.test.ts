import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { publishedLinks } from "@/db/schema/backlinks"
import { groups } from "@/db/schema/groups"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { recordNames } from "@/db/schema/record"
import { erasureOf } from "@/e2e/support/erasure"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument } from "@/lib/documents/write-document"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { eraseNames } from "@/lib/record/erase-names"
import { publishMinutes } from "@/lib/reports/publish"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const paragraph = (href: string, text: string) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text, marks: [{ type: "link" as const, attrs: { href } }] }],
})

type Publishing = (scene: Scene, to: string, words: string) => Promise<string>
const publishEdition: Publishing = async ({ groupId, chair }, to, words) => {
  const { mappingId, rowId } = await makeMapping(owner, groupId)
  const value = [paragraph(to, words)]
  const { change } = await saveCells(
    chair,
    saveCellsInput.parse({ mappingId, cells: [{ rowId, field: "synergies", base: 0, value }] }),
  )
  const { number: edition, mark } = await composeEdition(owner, mappingId)
  await freezeEdition(chair, { mappingId, edition, mark, change, note: "" })
  return mappingId
}
const publishDocument: Publishing = async ({ groupId, chair }, to, words) => {
  const text = { schema: 2 as const, content: [paragraph(to, words)] }
  const { id: documentId } = await transaction((tx) =>
    beginDocument(tx, { groupId, title: "Letter", text, authorId: null }),
  )
  await makeVersion(chair, { documentId, revision: 1, name: "First", note: "" })
  const { id: versionId } = await getVersion(chair, { groupId, documentId }, 1)
  await publishVersion(chair, { versionId })
  return documentId
}
const publishReport: Publishing = async ({ chair, meetingId, first, second }, to, words) => {
  const doc = (...content: unknown[]) => ({ type: "doc", content })
  const order = ["opening", first, second, "closing"]
  const said = Object.fromEntries(order.map((id) => [id, doc({ type: "paragraph" })]))
  const sections = { ...said, [first]: doc(paragraph(to, words)) }
  await owner.insert(minutes).values({ meetingId, revision: 1 })
  const text = { schema: 1, order, sections }
  await owner.insert(minutesRevisions).values({ meetingId, number: 1, text })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
  return meetingId
}

/** How many of this database wait for a lock. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

test.each([
  ["an edition", publishEdition],
  ["a document", publishDocument],
  ["a report", publishReport],
])(
  "two names that are erased at once from %s both leave the words of its links",
  async (_, publish) => {
    const scene = await arrangeScene(owner)
    const { groupId, member, other } = scene
    const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
    const plan = await transaction((tx) =>
      beginDocument(tx, {
        ...{ groupId, title: "Plan", authorId: null },
        text: { schema: 2, content: [] },
      }),
    )
    const to = `${env().origin}/${group?.slug}/documents/plan`
    const from = await publish(scene, to, `the plan of ${member.name} and ${other.name}`)
    const told = async () =>
      (await owner.select().from(publishedLinks).where(eq(publishedLinks.targetId, plan.id))).map(
        ({ words }) => words,
      )
    expect(await told()).toEqual([`the plan of ${member.name} and ${other.name}`])
    const secretary = await makeActor(owner, { secretariat: true })
    const erase = async (name: string) => {
      const [{ subjectId, key } = { subjectId: "", key: "" }] = await owner
        .select()
        .from(recordNames)
        .where(eq(recordNames.name, name))
      return eraseNames(secretary, erasureOf([`${subjectId}.${key}`]))
    }
    const { both } = await transaction(async (tx) => {
      const key = `links of ${from}`
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
      // Both have erased their name, which the other does not see yet, and wait for the links.
      const erasing = Promise.all([erase(member.name), erase(other.name)])
      await expect.poll(waiting).toBe(2)
      return { both: erasing }
    })
    await both
    expect(await told()).toEqual(["the plan of [name removed] and [name removed]"])
  },
)
