import { and, desc, eq, isNotNull } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { attendance } from "@/db/schema/meetings"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { erasureOf } from "@/e2e/support/erasure"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { eraseNames } from "@/lib/record/erase-names"
import { openVersion } from "@/lib/record/open-content"
import { verifyRecord } from "@/lib/record/verify/verify"
import { publishMinutes } from "@/lib/reports/publish"
import { beginCorrection } from "./begin"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let scene: Scene
let secretary: SignedIn

/** A report from which Ilva Morandini, who spoke and was present, and a guest were erased. */
beforeEach(async () => {
  scene = await arrangeScene(owner)
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const { meetingId, first, second, member } = scene
  await owner
    .insert(attendance)
    .values({ meetingId, personId: member.personId, kind: "present", capacity: "Harbour Guild" })
  await arrangeQuotes(owner, meetingId, {
    [first]: [
      paragraphOf("Ilva Morandini opened the item."),
      statementOf("Ilva Morandini", "The plan is late.", { personId: member.personId }),
      statementOf("Ottokar", "It is not."),
    ],
    [second]: [paragraphOf("Eleven people spoke.")],
  })
  await publish(1)
  const names = await owner
    .select()
    .from(recordNames)
    .innerJoin(reports, eq(reports.id, recordNames.subjectId))
    .where(and(eq(reports.meetingId, meetingId), isNotNull(recordNames.name)))
  const theirs = names.flatMap(({ record_names: { subjectId, key, name } }) =>
    ["Ilva Morandini", "Harbour Guild", "Ottokar"].includes(name ?? "")
      ? `${subjectId}.${key}`
      : [],
  )
  expect(theirs).toHaveLength(3)
  await eraseNames(secretary, erasureOf(theirs))
  await beginCorrection(scene.chair, { meetingId, version: 1, reason: "Twelve people spoke." })
})

const revision = async () => (await getCurrentText(owner, scene.meetingId))?.revision ?? 0
const publish = async (version: number) =>
  publishMinutes(scene.chair, {
    ...{ meetingId: scene.meetingId, version, revision: await revision() },
    ...{ language: "en" as const, overrides: [] },
  })

test("a correction touches what differs for readers, not where an erased name stood", async () => {
  const { chair, meetingId, second } = scene
  await savePlainMinutes(chair, {
    ...{ meetingId, base: await revision(), locale: "en" as const },
    sections: { [second]: "Twelve people spoke." },
  })
  await publish(2)
  const [newest] = await owner
    .select()
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
  if (!newest) throw new Error("Nothing is published")
  const content = await openVersion(owner, newest)
  expect(JSON.stringify(content)).not.toMatch(/morandini|ottokar|harbour guild/i)
  expect(content).toMatchObject({ version: 2, correction: { touches: [`${second}.0`] } })
  expect((await verifyRecord()).differences).toEqual([])
})

test("a correction that changes nothing for readers is not published", async () => {
  await expect(publish(2)).rejects.toMatchObject({ code: "conflict", key: "report.unchanged" })
})
