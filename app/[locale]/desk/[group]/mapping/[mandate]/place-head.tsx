import type { ReactNode } from "react"
import { PageHead } from "@/app/ui/page-head"
import type { DeskMapping } from "@/lib/mapping/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** The places of a mapping, in the order of the line that leads to them. */
const places = ["table", "coverage", "editions", "about", "areas", "retired", "import"] as const
export type MappingPlace = (typeof places)[number]

/** The head of a page of a mapping: its title, which mandate it is of, and the ways to the others. */
export async function PlaceHead({
  mapping,
  here,
  title,
  actions,
}: {
  mapping: Pick<DeskMapping, "group" | "mandate" | "may">
  /** Where one is; null on a page below these. */
  here: MappingPlace | null
  title: ReactNode
  actions?: ReactNode
}) {
  const [t, locale] = await Promise.all([getTranslations("mapping.desk"), getLocale()])
  const { group, mandate, may } = mapping
  const base = localePath(locale, `/desk/${group.slug}/mapping/${mandate.slug}`)
  const shown = places.filter((place) => place !== "import" || may.bringIn)
  return (
    <>
      <PageHead
        title={title}
        lead={
          <>
            <a href={base}>{mandate.title}</a> ({mandate.symbol})
          </>
        }
        actions={actions}
      />
      <nav className="mapping-nav" aria-label={t("nav.label", { mandate: mandate.title })}>
        <ul>
          {shown.map((place) => (
            <li key={place}>
              <a
                href={place === "table" ? base : `${base}/${place}`}
                aria-current={place === here ? "page" : undefined}
              >
                {t(`nav.${place}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
