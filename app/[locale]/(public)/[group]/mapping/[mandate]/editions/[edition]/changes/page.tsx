import type { Metadata } from "next"
import { EditionChanges } from "@/app/ui/editions/edition-changes"
import { editionChangesPath, editionPath, rowAnchor } from "@/lib/editions/addresses"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { Frame } from "../../../../../../frame"
import { pageMetadata } from "../../../../../../page-metadata"
import { type ComparedProps, findCompared } from "./find-compared"
import { FromForm } from "./from-form"

export async function generateMetadata(props: ComparedProps): Promise<Metadata> {
  const { locale, older, newer } = await findCompared(props)
  const { group, mandate, number, note } = newer.content
  const t = await getTranslations("mapping.editions")
  const of = { from: older.content.number, to: number }
  return pageMetadata({
    locale,
    path: editionChangesPath(group.slug, mandate.slug, number, of.from),
    title: `${t("changesTitle", of)} · ${mandate.title} · ${group.shortName}`,
    description: note || t("changesLead", { mandate: mandate.title }),
  })
}

export default async function EditionChangesPage(props: ComparedProps) {
  const { locale, older, newer } = await findCompared(props)
  const { group, mandate, number } = newer.content
  const t = await getTranslations("mapping.editions")
  const from = older.content.number
  const href = localePath(locale, editionPath(group.slug, mandate.slug, number))
  return (
    <Frame
      path={editionChangesPath(group.slug, mandate.slug, number, from)}
      group={group}
      current="mapping"
    >
      <main className="frame home edition changes" id="main">
        <div className="lead">
          <div>
            <p className="edition-of">
              <a href={href}>
                {mandate.title},{" "}
                {t("numberOn", {
                  number,
                  day: dayText(new Date(newer.content.frozenAt), locale),
                })}
              </a>
            </p>
            <h1>{t("changesTitle", { from, to: number })}</h1>
          </div>
        </div>
        <FromForm newer={newer} from={from} />
        <EditionChanges
          older={older.content}
          newer={newer.content}
          rowHref={(row) => `${href}#${rowAnchor(row)}`}
        />
      </main>
    </Frame>
  )
}
