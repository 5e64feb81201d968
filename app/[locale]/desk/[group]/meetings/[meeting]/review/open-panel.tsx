import { useTranslations } from "next-intl"
import type { ReviewForDesk } from "@/lib/reviews/queries"
import { OpenForm } from "./open-form"

/** Opens the minutes for review, after saying what that does and who will be asked. */
export function OpenPanel({
  review: { form, window, people },
  of,
}: {
  review: ReviewForDesk
  of: Record<"meetingId" | "slug" | "meeting" | "locale", string>
}) {
  const t = useTranslations("reviews.open")
  if (!form) return null
  const quoted = people.filter(({ statements }) => statements.length > 0)
  const mailed = quoted.filter(({ hasAddress }) => hasAddress).length
  const { zones, ...values } = form
  return (
    <section className="panel pad stack" aria-labelledby="open">
      <h2 id="open">{window ? t("again") : t("title")}</h2>
      <p className="hint">{t("lead")}</p>
      <p>{t("asked", { count: quoted.length, mailed, others: quoted.length - mailed })}</p>
      <OpenForm of={of} values={values} zones={zones} />
    </section>
  )
}
