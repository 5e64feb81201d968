import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { CommentText } from "@/app/[locale]/desk/[group]/comments/comment-text"
import { useTextName } from "@/app/[locale]/desk/[group]/consultations/use-text-name"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { DaysLeft } from "@/app/ui/days-left"
import type { PublicConsultation } from "@/lib/consultations/public-queries"
import type { PublicGroup } from "@/lib/groups/public-queries"
import { now } from "@/lib/platform/clock"
import { localePath } from "@/lib/platform/locales"

/** What a group asks of the public, until when, how to take part, and what came of it. */
export function ConsultationRecord({
  group,
  found,
}: {
  group: PublicGroup
  found: PublicConsultation
}) {
  const t = useTranslations("consultations")
  const locale = useLocale()
  const nameOf = useTextName()
  const { status, closesAt, lateUntil, cancelReason, compendium } = found
  const here = `/${group.slug}/consultations/${found.slug}`
  const takes = status === "open" || status === "late"
  return (
    <article className="record">
      <header className="title">
        <p className="eyebrow">{t(`status.${status}`)}</p>
        <h1>{found.title}</h1>
        <p className="of">{group.name}</p>
        <p className="on">
          {t("public.closes")} <DateTime at={closesAt} />
        </p>
        {status === "open" ? (
          <p className="len">
            <DaysLeft until={closesAt} at={now()} />
          </p>
        ) : null}
      </header>
      <section className="brief" aria-labelledby="asked">
        <h2 id="asked">{t("asked")}</h2>
        <div className="light" dir="auto">
          <CommentText parts={found.question} />
        </div>
        {compendium ? (
          <p>
            <a href={localePath(locale, `${here}/compendium`)}>{t("public.compendium")}</a>
          </p>
        ) : null}
        {found.readable ? (
          <p>
            <a href={localePath(locale, `${here}/texts`)}>{t("public.read")}</a>
          </p>
        ) : null}
        {takes && found.audience !== "members" ? (
          <p className="take-part">
            <ButtonLink href={localePath(locale, `${here}/take-part`)} kind="primary">
              {t(found.readable ? "public.comment" : "public.takePart")}
            </ButtonLink>
            <span className="small">{t("public.membersComment")}</span>
          </p>
        ) : null}
        {status === "closed" && !compendium ? <p>{t("public.closedText")}</p> : null}
        {cancelReason ? <p>{t("guestPage.cancelled", { reason: cancelReason })}</p> : null}
      </section>
      <section className="brief" aria-labelledby="facts">
        <h2 id="facts">{t("facts.texts")}</h2>
        <ul className="plain-list">
          {found.texts.map((text, place) => (
            <li key={String(place)}>{nameOf(text)}</li>
          ))}
        </ul>
        <dl className="facts">
          <Fact label={t("facts.asked")}>
            <bdi>{found.askedBy}</bdi>
          </Fact>
          <Fact label={t("facts.circle")}>{t(`audience.${found.audience}`)}</Fact>
          <Fact label={t("facts.opens")}>
            <DateTime at={found.opensAt} />
          </Fact>
          {lateUntil ? (
            <Fact label={t("facts.late")}>
              <DateTime at={lateUntil} />
            </Fact>
          ) : null}
        </dl>
      </section>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
