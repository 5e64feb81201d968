import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { NameTraces } from "@/lib/reports/name-traces"
import type { BeforePublishing } from "@/lib/reviews/before-publishing"
import { QuoteMarkTag } from "../quote-mark"

/** Whose answer is open, and where a name may still stand: to be looked at, and no hindrance. */
export function OpenAnswers({
  open,
  traces,
  base,
}: {
  open: BeforePublishing["open"]
  traces: NameTraces
  base: string
}) {
  const t = useTranslations("reviews.publishing")
  const nobodyAsked = open.every(({ mark }) => mark === "not-asked")
  return (
    <>
      {open.length > 0 ? (
        <Notice kind="warn" title={t(nobodyAsked ? "notAsked" : "open", { count: open.length })}>
          <ul className="plain-list">
            {open.map(({ name, mark }) => (
              <li key={name}>
                <bdi>{name}</bdi> <QuoteMarkTag mark={mark} />
              </li>
            ))}
          </ul>
          <p>
            {t("openWhy")} <a href={`${base}/review`}>{t("toReview")}</a>
          </p>
        </Notice>
      ) : null}
      {traces.shown.length > 0 ? (
        <Notice kind="warn" title={t("traces")}>
          <ul className="plain-list">
            {traces.shown.map((words) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
            {traces.more > 0 ? <li>{t("tracesMore", { count: traces.more })}</li> : null}
          </ul>
          <p>
            {t("tracesWhy")} <a href={`${base}/minutes`}>{t("toMinutes")}</a>
          </p>
        </Notice>
      ) : null}
      {traces.hidden.length > 0 ? (
        <Notice kind="warn" title={t("hidden")}>
          <ul className="plain-list">
            {traces.hidden.map((words) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
          </ul>
          <p>
            {t("hiddenWhy")} <a href={`${base}/minutes`}>{t("toMinutes")}</a>
          </p>
        </Notice>
      ) : null}
    </>
  )
}
