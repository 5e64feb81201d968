import { DateTime } from "@/app/ui/date-time"
import { DaysLeft } from "@/app/ui/days-left"
import { partsOf } from "@/lib/comments/markup"
import type { ConsultationForDesk } from "@/lib/consultations/queries"
import { now } from "@/lib/platform/clock"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { CommentText } from "../../comments/comment-text"

/** What is asked, by whom, of whom, and until when. */
export async function FactsPanel({ found }: { found: ConsultationForDesk }) {
  const [t, locale] = await Promise.all([getTranslations("consultations"), getLocale()])
  const { status, audience, opensAt, closesAt, lateUntil, counts, compendium, cancelReason } = found
  const open = `/${found.group.slug}/consultations/${found.slug}`
  const isPublic = audience !== "members" && status !== "planned" && status !== "cancelled"
  return (
    <section className="panel pad consultation-facts" aria-labelledby="asked">
      <div className="consultation-question" dir="auto">
        <h2 id="asked">{t("asked")}</h2>
        <div className="light">
          <CommentText parts={partsOf(found.question)} />
        </div>
      </div>
      <dl className="facts-list">
        <Fact label={t("facts.asked")}>
          <bdi>{found.askedByName}</bdi>
        </Fact>
        <Fact label={t("facts.circle")}>{t(`audience.${audience}`)}</Fact>
        <Fact label={t("facts.opens")}>
          <DateTime at={opensAt} />
        </Fact>
        <Fact label={t("facts.closes")}>
          <DateTime at={closesAt} />
          {status === "open" ? (
            <strong className="block">
              <DaysLeft until={closesAt} at={now()} />
            </strong>
          ) : null}
        </Fact>
        {lateUntil ? (
          <Fact label={t("facts.late")}>
            <DateTime at={lateUntil} />
          </Fact>
        ) : null}
        <Fact label={t("facts.comments")}>{t("facts.count", counts)}</Fact>
        {cancelReason ? <Fact label={t("facts.reason")}>{cancelReason}</Fact> : null}
        {isPublic || compendium ? (
          <div>
            <dt>{t("publicPage")}</dt>
            <dd>
              <a href={localePath(locale, open)}>{open}</a>
            </dd>
          </div>
        ) : null}
        {compendium ? (
          <div>
            <dt>{t("compendium")}</dt>
            <dd>
              <a href={localePath(locale, `${open}/compendium`)}>v{compendium}</a>
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
