import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { connect } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { exampleReport, line } from "@/lib/reports/example"
import { writeVersion } from "@/lib/reports/write-version"

const words =
  "The group looked at what the mandate asks for and at what is done already, and took up the comments that had come by mail. Several people said that the plan of several years should say who does what, and until when; others asked for room to change it once the results of the consultation are known. "

/** Publishes reports of a given number of paragraphs, as the portal does, in the group of the sample. */
export async function publisher(ownerUrl: string) {
  const { db, end } = connect(ownerUrl, { max: 1 })
  const [group] = await db.select().from(groups).where(eq(groups.slug, "wg-strategy"))
  if (!group) throw new Error("The sample is not whole")
  const [chair] = await db.select().from(memberships).where(eq(memberships.groupId, group.id))
  if (!chair) throw new Error("The sample has no members")
  const written = new Map<number, { meetingId: string; version: number }>()
  return {
    end,
    /** Writes the next version of the report of a meeting; resolves when it is committed. */
    async publish(number: number, paragraphs: number): Promise<void> {
      const known = written.get(number) ?? { meetingId: randomUUID(), version: 0 }
      const version = known.version + 1
      const { meetingId } = known
      written.set(number, { meetingId, version })
      const startsAt = new Date(Date.UTC(2021, 0, number % 28))
      if (version === 1)
        await db.insert(meetings).values({ id: meetingId, groupId: group.id, number, startsAt })
      const facts = exampleReport()
      const content = exampleReport({
        version,
        group: { slug: group.slug, shortName: group.shortName, name: group.name },
        meeting: { ...facts.meeting, number, startsAt: startsAt.toISOString() },
        sections: facts.sections.map((section) => ({
          ...section,
          content:
            section.id === "item-1"
              ? [...section.content, ...Array.from({ length: paragraphs }, () => line(words))]
              : section.content,
        })),
      })
      await db.transaction(async (tx) => {
        await writeVersion(tx, {
          groupId: group.id,
          meetingId,
          content,
          minutesRevision: 1,
          publishedBy: chair.personId,
          findings: [],
          overrides: [],
        })
        await tx.execute(sql`select pg_notify('public_changed', ${group.slug})`)
      })
    },
  }
}
