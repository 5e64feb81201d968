import { useLocale, useTranslations } from "next-intl"
import { isReady } from "@/lib/compendia/status"
import type { WorksheetView } from "@/lib/consultations/worksheet/queries"
import { localePath } from "@/lib/platform/locales"
import { PublishForm } from "./publish-form"

/** What still keeps the compendium from being published, or the button that does it. */
export function CompendiumPanel({ sheet }: { sheet: WorksheetView }) {
  const t = useTranslations("compendium")
  const locale = useLocale()
  const { lacks, consultation } = sheet
  const { id, compendium, group, slug } = consultation
  const page = localePath(locale, `/${group.slug}/consultations/${slug}/compendium`)
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
            {lacks.open > 0 ? <li>{t("lack.open", { count: lacks.open })}</li> : null}
            {lacks.waiting > 0 ? <li>{t("lack.waiting", { count: lacks.waiting })}</li> : null}
          </ul>
        </>
      )}
    </section>
  )
}
