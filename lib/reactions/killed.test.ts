import { eq, sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { noticeChoices, notices } from "@/db/schema/notices"
import { ActingProcesses } from "@/e2e/support/acting-process"
import { publishMinutes } from "@/lib/reports/publish"

vi.setConfig({ testTimeout: 240_000 })

const { owner, appUrl } = await testDatabase()
const servers = await ActingProcesses.of(appUrl)
afterAll(() => servers.end())

test("a worker that is killed at any statement tells everybody of a report, and nobody twice", async () => {
  const { groupId, meetingId, first, chair, member, other } = await arrangeScene(owner)
  await owner.insert(noticeChoices).values({
    ...{ personId: member.personId, groupId, kind: "version-published", tempo: "at-once" },
  })
  await arrangeMinutes(owner, meetingId, { opening: "It met.", [first]: "Eleven spoke." })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
  const [event] = await owner.select().from(events).where(eq(events.name, "report.published"))
  const told = async () => {
    const [{ jobs } = { jobs: -1 }] = await owner.execute<{ jobs: number }>(
      sql`select count(*)::int as jobs from pgboss.job where name = 'mail'`,
    )
    return {
      people: (await owner.select().from(notices)).map(({ personId }) => personId).sort(),
      mails: (await owner.select().from(mails)).map(({ to }) => to),
      jobs,
    }
  }
  const nobody = { people: [], mails: [], jobs: 0 }
  const all = {
    people: [member.personId, other.personId].sort(),
    mails: [member.email],
    jobs: 1,
  }
  let at = 0
  for (let isDone = false; !isDone; ) {
    const server = await servers.next()
    server.dieAt(++at)
    const said = await server.act("react", chair, event?.id ?? 0)
    isDone = said !== null
    await server.kill()
    await vi.waitFor(async () => expect([nobody, all]).toContainEqual(await told()))
  }
  // It died of every statement that there is, and the one that is not killed finds all done.
  expect(at).toBeGreaterThan(15)
  expect(await told()).toEqual(all)
})
