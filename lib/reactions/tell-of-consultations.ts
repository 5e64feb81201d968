import { and, eq, inArray, isNotNull, like, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { notices } from "@/db/schema/notices"
import { answerByMail } from "@/lib/consultations/answer-by-mail"
import { findConsultation } from "@/lib/consultations/queries"
import { type ConsultationStatus, consultationStatus } from "@/lib/consultations/status"
import { listTexts } from "@/lib/consultations/texts"
import { giveNotices } from "@/lib/notices/give"
import type { More } from "@/lib/notices/letter"
import type { NoticeData } from "@/lib/notices/model"
import { membersOf, type Recipient } from "@/lib/notices/recipients"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { translatorFor } from "@/lib/platform/i18n"
import { compendiumHref, consultationHref } from "./hrefs"

/**
 * The members of the group are told that a consultation is open, each once; those of them alone who came
 * since, where they are given. With `closing`, those who have not answered are told that it will soon be
 * over. Nothing of one that is open no more when this runs.
 */
export async function tellOfConsultation(
  consultationId: string,
  call: "opening" | "closing",
  newcomers: readonly string[] | null = null,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation || consultationStatus(consultation, now()) !== "open") return
    const { id, group, slug, title, question, closesAt } = consultation
    const all = await membersOf(tx, group.id)
    const members = newcomers ? all.filter((each) => newcomers.includes(each)) : all
    const texts = await listTexts(tx, [id])
    const answered = call === "closing" ? await answeredBy(tx, id, members) : new Set()
    await giveNotices(tx, {
      kind: `consultation-${call}`,
      groupId: group.id,
      personIds: members.filter((personId) => !answered.has(personId)),
      // Whoever was reminded of an end is reminded again of another one.
      key: call === "closing" ? `${id} ${closesAt.toISOString()}` : id,
      href: consultationHref(group.slug, slug),
      data: { title, closesAt: closesAt.toISOString() },
      conversation: `consultation.${id}`,
      more: answerable({ id, question, texts }),
    })
  })
}

/**
 * The members who were told of the opening are told that a consultation has another end, once for each
 * end, that it was closed before its day, or with `cancelled` that it was called off. Nothing of what is
 * no longer so when this runs.
 */
export async function tellOfTurn(consultationId: string, change: Turn): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation || !isStill(change, consultationStatus(consultation, now()))) return
    const { id, group, slug, title, question, cancelReason } = consultation
    const closesAt = consultation.closesAt.toISOString()
    const reason = cancelReason ?? ""
    const [texts, members] = [await listTexts(tx, [id]), await membersOf(tx, group.id)]
    const { told, closings } = await toldOfOpening(tx, id, members)
    const knows = (end: string) => change === "moved" && closings === 0 && end === closesAt
    // After a closing the same end is news once more.
    const moved = [id, closesAt, ...(closings > 0 ? [`again ${closings}`] : [])].join(" ")
    const keys = { moved, closed: `${id} closed ${closesAt}`, cancelled: `${id} cancelled` }
    await giveNotices(tx, {
      kind: "consultation-opening",
      groupId: group.id,
      personIds: told.flatMap(({ personId, end }) => (knows(end) ? [] : personId)),
      key: keys[change],
      href: consultationHref(group.slug, slug),
      data: { title, closesAt, change, reason },
      conversation: `consultation.${id}`,
      more: change === "moved" ? answerable({ id, question, texts }) : () => ({ lines: [reason] }),
    })
  })
}

type Turn = "moved" | "closed" | "cancelled"

function isStill(change: Turn, status: ConsultationStatus): boolean {
  if (change === "closed") return status === "late" || status === "closed"
  return status === (change === "moved" ? "open" : "cancelled")
}

/** What a mail about an open consultation has beside its sentence: what is asked, and how to answer it. */
const answerable =
  ({ question, ...of }: { question: string } & Parameters<typeof answerByMail>[1]) =>
  ({ personId, locale }: Recipient): More => {
    const { replyTo, lines } = answerByMail(translatorFor(locale), of, { personId })
    return { lines: [question, ...lines], replyTo }
  }

/** Who was told that it opened, with the end that it had; and how often it was told to be closed early. */
async function toldOfOpening(
  tx: Transaction,
  consultationId: string,
  members: readonly string[],
): Promise<{ told: { personId: string; end: string }[]; closings: number }> {
  if (members.length === 0) return { told: [], closings: 0 }
  const rows = await tx
    .select({ personId: notices.personId, key: notices.key, data: notices.data })
    .from(notices)
    .where(
      and(
        inArray(notices.personId, [...members]),
        eq(notices.kind, "consultation-opening"),
        or(eq(notices.key, consultationId), like(notices.key, `${consultationId} closed %`)),
      ),
    )
  const told = rows.flatMap(({ personId, key, data }) => {
    const end = (data as NoticeData["consultation-opening"]).closesAt
    return key === consultationId ? [{ personId, end }] : []
  })
  const closings = new Set(rows.flatMap(({ key }) => (key === consultationId ? [] : key)))
  return { told, closings: closings.size }
}

/** The members of the group are told that the list of comments with what became of each is published. */
export async function tellOfResult(
  consultationId: string,
  said: { comments: number },
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) return
    const { id, group, slug, title } = consultation
    await giveNotices(tx, {
      kind: "consultation-result",
      groupId: group.id,
      personIds: await membersOf(tx, group.id),
      // The result comes once; a later version of the list corrects it.
      key: id,
      href: compendiumHref(group.slug, slug),
      data: { title, comments: said.comments },
      conversation: `consultation.${id}`,
    })
  })
}

async function answeredBy(
  tx: Transaction,
  consultationId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.consultationId, consultationId),
        isNotNull(comments.authorId),
        inArray(comments.authorId, [...personIds]),
      ),
    )
  return new Set(rows.flatMap(({ id }) => id ?? []))
}
