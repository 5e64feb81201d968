import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { DateTime } from "@/app/ui/date-time"
import { DaysLeft } from "@/app/ui/days-left"
import { now } from "@/lib/platform/clock"
import { localePath } from "@/lib/platform/locales"
import type { ReviewForDesk } from "@/lib/reviews/queries"

/** Until when the minutes are, or were, in review, and how much was said. */
export function WindowPanel({
  window,
  slug,
  children,
}: {
  window: NonNullable<ReviewForDesk["window"]>
  slug: string
  /** What can be done with it. */
  children?: ReactNode
}) {
  const t = useTranslations("reviews.window")
  const locale = useLocale()
  const { openedAt, openedBy, closesAt, endedAt, end, reason, comments } = window
  const isOpen = endedAt === null
  return (
    <section className="panel pad" aria-labelledby="window">
      <h2 id="window">{t("title")}</h2>
      <dl className="facts-list">
        <div>
          <dt>{t("until")}</dt>
          <dd>
            <DateTime at={closesAt} />
            {isOpen && closesAt > now() ? (
              <>
                {" · "}
                <strong>
                  <DaysLeft until={closesAt} at={now()} />
                </strong>
              </>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t("opened")}</dt>
          <dd>
            <DateTime at={openedAt} /> {t("by", { name: openedBy })}
          </dd>
        </div>
        {endedAt && end ? (
          <div>
            <dt>{t("end")}</dt>
            <dd>
              <DateTime at={endedAt} />, {t(`how.${end}`, { reason: reason ?? "" })}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t("comments")}</dt>
          <dd>
            <a href={localePath(locale, `/desk/${slug}/consultations/${window.consultation}`)}>
              {t("consultation", { count: comments })}
            </a>
          </dd>
        </div>
      </dl>
      {children ? <div className="review-course">{children}</div> : null}
    </section>
  )
}
