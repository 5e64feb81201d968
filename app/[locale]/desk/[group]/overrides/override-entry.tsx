import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { ListedOverride } from "@/lib/reports/override-queries"
import { ReviewForm } from "./review-form"

/** An override: what was wrong, why it was published all the same, and who has looked at it since. */
export function OverrideEntry({
  override: { id, number, version, sentence, reason, by, at, reviews },
  hrefOf,
}: {
  override: ListedOverride
  hrefOf: (number: number, version: number) => string
}) {
  const t = useTranslations("overrides")
  return (
    <li className="panel pad stack" id={`override-${id}`}>
      <h2>
        <a href={hrefOf(number, version)}>{t("version", { number, version })}</a>
      </h2>
      <p>{sentence}</p>
      <blockquote className="reason">
        <p>{reason}</p>
      </blockquote>
      <p className="small muted">
        {t("by", { name: by })} <DateTime at={at} />
      </p>
      {reviews.length > 0 ? (
        <ul className="plain-list reviews">
          {reviews.map((review) => (
            <li key={`${review.at.toISOString()} ${review.by}`}>
              <p>{review.note || t("noNote")}</p>
              <p className="small muted">
                {t("reviewedBy", { name: review.by })} <DateTime at={review.at} />
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="small">{t("open")}</p>
      )}
      <ReviewForm key={reviews.length} overrideId={id} again={reviews.length > 0} />
    </li>
  )
}
