import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { threads } from "@/db/schema/threads"
import { findCommentedText, trailTitle } from "@/lib/comments/text"
import { textOfThread } from "@/lib/comments/thread-row"
import { guestToken } from "@/lib/consultations/guest-link"
import { findConsultation, textsOfConsultation } from "@/lib/consultations/queries"
import type { ReplyTo } from "@/lib/consultations/reply-address"
import type { Sender } from "./sender"

/** Where an answer will stand, and the pages on which its author finds it. */
export type Target = {
  groupId: string
  consultationId: string | null
  /** The thread that is answered, or the text of the consultation on which one begins. */
  place: { threadId: string } | { consultationTextId: string }
  title: string
  desk: string
  /** Where guests take part; null outside consultations. */
  guests: string | null
}

/** The page to which a letter leads. A guest's link is their own, and goes to their address alone. */
export function pathFor({ desk, guests }: Target, { guest }: Pick<Sender, "guest">): string {
  return guest && guests ? `${guests}?token=${guestToken(guest.id)}` : desk
}

/** Step: what a reply address is about, as it stands now; null when there is no such thing. */
export async function findTarget(tx: Transaction, about: ReplyTo["about"]): Promise<Target | null> {
  if (about.kind === "meeting") return null
  if (about.kind === "thread") return findThread(tx, about.id)
  if (about.kind === "consultation") return findOfConsultation(tx, about.id, null)
  const [text] = await tx
    .select({ consultationId: consultationTexts.consultationId })
    .from(consultationTexts)
    .where(eq(consultationTexts.id, about.id))
  return text ? findOfConsultation(tx, text.consultationId, about.id) : null
}

async function findThread(tx: Transaction, threadId: string): Promise<Target | null> {
  const [row] = await tx
    .select({ thread: threads, slug: groups.slug })
    .from(threads)
    .innerJoin(groups, eq(groups.id, threads.groupId))
    .where(eq(threads.id, threadId))
  if (!row) return null
  const text = await findCommentedText(tx, textOfThread(row.thread))
  if (!text) return null
  const { groupId, consultationId } = row.thread
  const consultation = consultationId ? await findConsultation(tx, consultationId) : null
  return {
    ...{ groupId, consultationId },
    place: { threadId },
    title: trailTitle(text),
    desk: `/desk/${row.slug}/comments/${threadId}`,
    guests: consultation && takePart(row.slug, consultation.slug),
  }
}

const takePart = (group: string, consultation: string): string =>
  `/${group}/consultations/${consultation}/take-part`

/**
 * A text of a consultation; the first one without `textId`, as the notice says: an answer to it names
 * none.
 */
async function findOfConsultation(
  tx: Transaction,
  id: string,
  textId: string | null,
): Promise<Target | null> {
  const consultation = await findConsultation(tx, id)
  if (!consultation) return null
  const [first] = textId ? [{ id: textId }] : await textsOfConsultation(tx, id)
  if (!first) return null
  const { group, slug, title } = consultation
  return {
    groupId: group.id,
    consultationId: id,
    place: { consultationTextId: first.id },
    title,
    desk: `/desk/${group.slug}/consultations/${slug}`,
    guests: takePart(group.slug, slug),
  }
}
