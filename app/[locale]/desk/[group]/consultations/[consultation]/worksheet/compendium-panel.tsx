import { useLocale, useTranslations } from "next-intl"
import { isReady } from "@/lib/compendia/status"
import type { WorksheetView } from "@/lib/consultations/worksheet/queries"
import { textName } from "@/lib/notices/sentence"
import { localePath } from "@/lib/platform/locales"
import { PublishForm } from "./publish-form"

/**
 * What still keeps the compendium from being published, with the way to it, or the button that publishes it.
 * `back` is the address of the consultation.
 */
export function CompendiumPanel({ sheet, back }: { sheet: WorksheetView; back: string }) {
  const t = useTranslations("compendium")
  const root = useTranslations()
  const locale = useLocale()
  const { lacks, consultation } = sheet
  const { id, compendium, group, slug } = consultation
  const page = localePath(locale, `/${group.slug}/consultations/${slug}/compendium`)
  const missing = [
    ["open", `${back}/worksheet?show=open`],
    ["reason", `${back}/worksheet?show=reason`],
    ["waiting", `${back}/guests#queue`],
  ] as const
  return (
    <section className="panel pad stack" aria-labelledby="compendium">
      <h2 id="compendium">{t("title")}</h2>
      <p>{t("what")}</p>
      {compendium ? (
        <p>
          <a href={page}>{t("isPublished", { version: compendium })}</a>
        </p>
      ) : null}
      {isReady(lacks) ? (
        <PublishForm consultationId={id} version={(compendium ?? 0) + 1} page={page} />
      ) : (
        <>
          <p>{t("notYet")}</p>
          <ul>
            {lacks.runs ? <li>{t("lack.runs")}</li> : null}
            {missing.map(([what, href]) =>
              lacks[what] > 0 ? (
                <li key={what}>
                  {t(`lack.${what}`, { count: lacks[what] })}{" "}
                  <a href={href}>{t(`toLack.${what}`)}</a>
                </li>
              ) : null,
            )}
            {lacks.minutes.map((meeting) => (
              <li key={meeting.meetingId}>
                {t("lack.minutes", { meeting: textName({ t: root }, meeting) })}{" "}
                <a href={localePath(locale, `/desk/${group.slug}/meetings/${meeting.meetingId}`)}>
                  {t("toLack.minutes")}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
