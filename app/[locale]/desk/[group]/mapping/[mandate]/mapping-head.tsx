import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import type { DeskMapping } from "@/lib/mapping/queries"
import { mappingFormats } from "@/lib/mapping-files/formats"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { TakeOut } from "./take-out"

/** What the mapping is, what it is for and what belongs in it, and where its other pages are. */
export async function MappingHead({
  mapping,
  base,
  locale,
}: {
  mapping: DeskMapping
  base: string
  locale: string
}) {
  const t = await getTranslations("mapping.grid.head")
  const { mandate, edition, may, goal, rule } = mapping
  const lead = edition
    ? t("edition", {
        symbol: mandate.symbol,
        number: edition.number,
        day: dayText(edition.frozenAt, locale),
      })
    : t("noEdition", { symbol: mandate.symbol })
  return (
    <>
      <PageHead
        title={mandate.title}
        lead={lead}
        actions={
          <>
            {may.bringIn ? <ButtonLink href={`${base}/import`}>{t("import")}</ButtonLink> : null}
            <TakeOut base={base} formats={mappingFormats} />
            <ButtonLink href={`${base}/editions`} kind={may.freeze ? "primary" : "plain"}>
              {t(may.freeze ? "freeze" : "editions")}
            </ButtonLink>
          </>
        }
      />
      <div className="mapping-about">
        {goal ? <p>{goal}</p> : null}
        {rule ? <p>{rule}</p> : null}
        <nav aria-label={t("more")}>
          <ul>
            {(["about", "areas", "retired", "coverage"] as const).map((page) => (
              <li key={page}>
                <a href={`${base}/${page}`}>{t(page)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </>
  )
}
