import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { EditionChanges } from "@/app/ui/editions/edition-changes"
import { editionChangesPath, editionPath, rowAnchor } from "@/lib/editions/addresses"
import { findEdition } from "@/lib/editions/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { documentLocale, numberFrom } from "../../../../../../address"
import { Frame } from "../../../../../../frame"
import { pageMetadata } from "../../../../../../page-metadata"
import { FromForm } from "./from-form"

type Props = {
  params: Promise<{ locale: string; group: string; mandate: string; edition: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

/** Two editions; of two that are named the wrong way round, the older is still the one before. */
async function find({ params, searchParams }: Props) {
  const locale = await documentLocale(params)
  const { group, mandate, edition: text } = await params
  const { from } = await searchParams
  const number = numberFrom(text) ?? notFound()
  const asked = typeof from === "string" ? (numberFrom(from) ?? notFound()) : number - 1
  // Before the first edition there is none to stand beside it.
  if (asked === 0 || asked === number)
    permanentRedirect(localePath(locale, editionPath(group, mandate, number)))
  const [one, other] = [
    await findEdition(group, mandate, Math.min(asked, number)),
    await findEdition(group, mandate, Math.max(asked, number)),
  ]
  return { locale, older: one ?? notFound(), newer: other ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, older, newer } = await find(props)
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

export default async function EditionChangesPage(props: Props) {
  const { locale, older, newer } = await find(props)
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
