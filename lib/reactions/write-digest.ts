import { and, desc, eq, inArray, isNull, lt } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { digests, notices } from "@/db/schema/notices"
import { digestLetter } from "@/lib/notices/digest-letter"
import { type DueDigest, findDueDigests } from "@/lib/notices/due-digests"
import type { DigestTempo } from "@/lib/notices/model"
import { recipientOf, recipientsIn } from "@/lib/notices/recipients"
import { stillWanted } from "@/lib/notices/still-wanted"
import { wordsOf } from "@/lib/notices/words"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { enqueueAll } from "@/lib/platform/jobs"
import { writeMail } from "@/lib/platform/mail"

/** More than anybody reads in one mail; what is left over stands on the desk. */
const mostNotices = 500

/** Puts every digest that is due into the queue, one job each, so that one that fails holds up no other. */
export async function queueDueDigests(): Promise<void> {
  const due = await findDueDigests()
  if (due.length === 0) return
  await transaction((tx) =>
    enqueueAll(
      tx,
      "digests",
      due.map(({ since, ...of }) => ({ ...of, since: since.toISOString() })),
    ),
  )
}

/** Writes one digest, unless it was written since it was due: a job that runs twice writes it once. */
export async function writeDigest({ personId, tempo, since }: DueDigest): Promise<void> {
  await transaction(async (tx) => {
    const [claimed] = await tx
      .insert(digests)
      .values({ personId, tempo, writtenAt: now() })
      .onConflictDoUpdate({
        target: [digests.personId, digests.tempo],
        set: { writtenAt: now() },
        setWhere: lt(digests.writtenAt, since),
      })
      .returning()
    if (!claimed) return
    const waiting = await waitingNotices(tx, personId, tempo)
    const to = await recipientOf(tx, personId)
    const readable = to
      ? await stillWanted(tx, personId, await onlyReadable(tx, personId, waiting))
      : []
    const ids = waiting.map(({ id }) => id)
    const gone = ids.filter((id) => !readable.some((notice) => notice.id === id))
    // Whoever left the group, muted the thread, or has no account any more, is not written to later either.
    if (gone.length > 0)
      await tx.update(notices).set({ tempo: "never" }).where(inArray(notices.id, gone))
    if (!to || readable.length === 0) return
    const words = await wordsOf(tx, readable)
    const letter = digestLetter(
      to,
      tempo,
      readable.map((notice) => ({ ...notice, words: words.get(notice.key) ?? "" })),
    )
    const mailId = await writeMail(tx, letter)
    await tx
      .update(notices)
      .set({ mailId, mailedAt: now() })
      .where(
        inArray(
          notices.id,
          readable.map(({ id }) => id),
        ),
      )
  })
}

async function waitingNotices(tx: Transaction, personId: string, tempo: DigestTempo) {
  return tx
    .select({
      id: notices.id,
      kind: notices.kind,
      key: notices.key,
      href: notices.href,
      data: notices.data,
      threadId: notices.threadId,
      group: {
        id: groups.id,
        slug: groups.slug,
        shortName: groups.shortName,
        name: groups.name,
      },
    })
    .from(notices)
    .innerJoin(groups, eq(groups.id, notices.groupId))
    .where(and(eq(notices.personId, personId), eq(notices.tempo, tempo), isNull(notices.mailedAt)))
    .orderBy(desc(notices.createdAt))
    .limit(mostNotices)
    .for("update", { of: notices })
}

async function onlyReadable<Notice extends { group: { id: string } }>(
  tx: Transaction,
  personId: string,
  waiting: readonly Notice[],
): Promise<Notice[]> {
  const ids = [...new Set(waiting.map(({ group }) => group.id))]
  const open = await Promise.all(
    ids.map(async (id) => ((await recipientsIn(tx, id, [personId])).length > 0 ? [id] : [])),
  )
  const readable = new Set(open.flat())
  return waiting.filter(({ group }) => readable.has(group.id))
}
