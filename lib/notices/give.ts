import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { notices } from "@/db/schema/notices"
import { threadMutes } from "@/db/schema/threads"
import { now } from "@/lib/platform/clock"
import { writeMails } from "@/lib/platform/mail"
import { type More, noticeLetter } from "./letter"
import { type NoticeData, type NoticeKind, tempoOf } from "./model"
import { choicesOf, type Recipient, recipientsIn } from "./recipients"
import { wordsOf } from "./words"

export type NoticeToGive<Kind extends NoticeKind = NoticeKind> = {
  kind: Kind
  groupId: string
  /** Whom it concerns. Who has no account, or may not read in the group, is left out. */
  personIds: readonly string[]
  /** What it is about, such as a comment's id: the same person is told of the same key once. */
  key: string
  /** Where it leads, without the origin and without a language. */
  href: string
  data: NoticeData[Kind]
  /** Whoever muted this thread is left out. */
  threadId?: string
  /** What its mails are shown together by, such as `consultation.<id>`; the thread, or the key, without one. */
  conversation?: string
  /** What the mail to each person has beside its sentence. */
  more?: (to: Recipient) => More
}

/**
 * Step: tells people something, each once however often it is called with the same key. It stands in
 * the portal from the commit on; who wants this kind at once is also written to, the others find it in
 * their digest. Resolves to how many were told now.
 */
export async function giveNotices<Kind extends NoticeKind>(
  tx: Transaction,
  notice: NoticeToGive<Kind>,
): Promise<number> {
  const { kind, groupId, key, href, data, threadId } = notice
  const known = await recipientsIn(tx, groupId, notice.personIds)
  const muted = threadId ? await mutedBy(tx, threadId) : new Set()
  const people = new Map(
    known.filter(({ personId }) => !muted.has(personId)).map((to) => [to.personId, to]),
  )
  if (people.size === 0) return 0
  const choices = await choicesOf(tx, [...people.keys()])
  const rows = [...people.keys()].map((personId) => ({
    personId,
    groupId,
    kind,
    key,
    href,
    data,
    threadId: threadId ?? null,
    tempo: tempoOf(choices.get(personId) ?? [], kind, groupId),
    createdAt: now(),
  }))
  const given = await tx
    .insert(notices)
    .values(rows)
    .onConflictDoNothing({ target: [notices.personId, notices.kind, notices.key] })
    .returning({ id: notices.id, personId: notices.personId, tempo: notices.tempo })
  const atOnce = given.flatMap(({ id, personId, tempo }) => {
    const to = people.get(personId)
    return to && tempo === "at-once" ? [{ id, to }] : []
  })
  if (atOnce.length > 0) await mailThem(tx, notice, atOnce)
  return given.length
}

async function mailThem(
  tx: Transaction,
  notice: NoticeToGive,
  given: readonly { id: string; to: Recipient }[],
): Promise<void> {
  const { kind, groupId, key, href, data, threadId, more } = notice
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (!group) throw new Error(`There is no group ${groupId}`)
  const words = (await wordsOf(tx, [notice])).get(key) ?? ""
  const conversation = notice.conversation ?? (threadId ? `thread.${threadId}` : `${kind}.${key}`)
  const mailIds = await writeMails(
    tx,
    given.map(({ id, to }) =>
      noticeLetter(to, { id, kind, group, href, data, words, conversation }, more?.(to)),
    ),
  )
  await tx.execute(sql`
    update ${notices} set mail_id = carried.mail_id, mailed_at = ${now().toISOString()}::timestamptz
    from unnest(
      ${sql.param(given.map(({ id }) => id))}::uuid[],
      ${sql.param(mailIds)}::uuid[]
    ) as carried(id, mail_id)
    where ${notices.id} = carried.id`)
}

async function mutedBy(tx: Transaction, threadId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ personId: threadMutes.personId })
    .from(threadMutes)
    .where(eq(threadMutes.threadId, threadId))
  return new Set(rows.map(({ personId }) => personId))
}
