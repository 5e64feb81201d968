import type { Metadata } from "next"
import { documentLimits } from "@/lib/documents/model"
import { getEditionToAsk, listAsked } from "@/lib/editions/ask-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { loadMapping, type MappingParams } from "../../load-mapping"
import { PlaceHead } from "../../place-head"
import { AskForm } from "./ask-form"
import { AskedList } from "./asked-list"

type Props = { params: MappingParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ actor, mapping }, t] = await Promise.all([
    loadMapping(params),
    getTranslations("mapping.editions.ask"),
  ])
  const { number } = await answer(getEditionToAsk(actor, mapping))
  return { title: t("title", { number }) }
}

/** Where the newest edition is made a document, so that a consultation can be held on its rows. */
export default async function AskAboutEditionPage({ params }: Props) {
  const [{ actor, mapping, desk }, t] = await Promise.all([
    loadMapping(params),
    getTranslations("mapping.editions.ask"),
  ])
  const [edition, asked] = await Promise.all([
    answer(getEditionToAsk(actor, mapping)),
    listAsked(mapping),
  ])
  const { number } = edition
  const title = t("usualTitle", { mandate: mapping.mandate.title, number })
  return (
    <main id="main" className="page editions-page">
      <PlaceHead mapping={mapping} here="editions" title={t("title", { number })} />
      <div className="stack">
        <p>{t("lead")}</p>
        <AskForm edition={edition} title={title.slice(0, documentLimits.title)} />
        <AskedList lines={asked} desk={desk} />
      </div>
    </main>
  )
}
