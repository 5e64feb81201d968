import { useLocale, useTranslations } from "next-intl"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "../addresses"
import type { Neighbour, ReportSetting } from "../setting"

/** To the meeting before and the one after. One that is planned says so. */
export function Turn({ slug, setting }: { slug: string; setting: ReportSetting }) {
  const t = useTranslations("report")
  const { previous, next } = setting
  if (!previous && !next) return null
  return (
    <nav className="turn" aria-label={t("turn")}>
      {previous ? <Side slug={slug} to={previous} rel="prev" /> : <span />}
      {next ? <Side slug={slug} to={next} rel="next" /> : null}
    </nav>
  )
}

function Side({ slug, to, rel }: { slug: string; to: Neighbour; rel: "prev" | "next" }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const day = dayText(to.startsAt, locale)
  return (
    <a href={localePath(locale, reportPath(slug, to.number))} rel={rel}>
      <small>
        {rel === "prev" ? <Arrow d="M9.5 3 4.5 8l5 5M5 8h8" /> : null} {t(rel)}{" "}
        {rel === "next" ? <Arrow d="m6.5 3 5 5-5 5M11 8H3" /> : null}
      </small>
      <b>{t("meeting", { number: to.number })}</b>
      <small>{to.state === "published" ? day : t("planned", { day })}</small>
    </a>
  )
}

function Arrow({ d }: { d: string }) {
  return (
    <svg className="i flip" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
