import { and, eq, inArray, isNull } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import { textName } from "@/lib/notices/sentence"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { translatorFor } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { mailHost, writeMails } from "@/lib/platform/mail"
import { errorPath, reportPath } from "@/lib/reports/addresses"
import { addressesOf } from "@/lib/reviews/addresses"

/**
 * A version is published while words that quoted people proposed were neither taken over nor declined: each of
 * them is told once, with the way to what stands and to report an error. Nothing without a known address.
 */
export async function tellQuoted(
  meetingId: string,
  { number, version }: { number: number; version: number },
): Promise<void> {
  await transaction(async (tx) => {
    // Held, so that a job that runs twice at once writes one mail to each.
    const open = await tx
      .select({
        id: quoteRequests.id,
        personId: quoteRequests.personId,
        name: quoteRequests.name,
        title: meetings.title,
        group: { slug: groups.slug, name: groups.name },
      })
      .from(quoteRequests)
      .innerJoin(reviews, eq(reviews.id, quoteRequests.reviewId))
      .innerJoin(meetings, eq(meetings.id, quoteRequests.meetingId))
      .innerJoin(groups, eq(groups.id, reviews.groupId))
      .where(
        and(
          ...[eq(quoteRequests.meetingId, meetingId), eq(reviews.version, version)],
          ...[eq(quoteRequests.answer, "other-words"), isNull(quoteRequests.settlement)],
        ),
      )
      .for("update", { of: quoteRequests })
    if (open.length === 0) return
    const messageId = (id: string) => `<quote-unsettled.${id}.${version}@${mailHost()}>`
    const written = await tx
      .select({ messageId: mails.messageId })
      .from(mails)
      .where(
        inArray(
          mails.messageId,
          open.map(({ id }) => messageId(id)),
        ),
      )
    const done = new Set(written.map((mail) => mail.messageId))
    const known = await addressesOf(
      tx,
      open.flatMap(({ personId }) => personId ?? []),
    )
    await writeMails(
      tx,
      open.flatMap(({ id, personId, name, title, group }) => {
        const to = known.get(personId ?? "")
        if (!to || done.has(messageId(id))) return []
        const t = translatorFor(to.locale)
        const at = (path: string) => env().origin + localePath(to.locale, path)
        const values = {
          ...{ name, version, group: group.name, meeting: textName({ t }, { number, title }) },
          link: at(reportPath(group.slug, number, version)),
          error: at(errorPath(group.slug, number, version)),
        }
        const letter = {
          to: to.email,
          subject: t("reviews.mail.unsettled.subject", values),
          text: t("reviews.mail.unsettled.text", values),
          messageId: messageId(id),
        }
        return [letter]
      }),
    )
  })
}
