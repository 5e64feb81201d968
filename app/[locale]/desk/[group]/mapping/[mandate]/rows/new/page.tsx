import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { getMapping, readNames } from "@/lib/mapping/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { PlaceHead } from "../../place-head"
import { AddRowForm } from "./add-row-form"

type Props = {
  params: Promise<{ group: string; mandate: string }>
  searchParams: Promise<{ area?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mapping.desk.row"))("add") }
}

export default async function NewRowPage({ params, searchParams }: Props) {
  const [{ group, mandate }, { area: asked }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("mapping.desk.row"),
  ])
  const mapping = await answer(getMapping(actor, group, mandate))
  const { areas } = await readNames(mapping)
  return (
    <main id="main" className="page stack">
      <PlaceHead mapping={mapping} here={null} title={t("add")} />
      <AddRowForm
        of={{ slug: group, mandate }}
        mappingId={mapping.id}
        id={randomUUID()}
        areas={areas.map(({ id, title }) => ({ value: id, label: title }))}
        area={areas.find(({ slug }) => slug === asked)?.id}
        back={localePath(locale, `/desk/${group}/mapping/${mandate}`)}
      />
    </main>
  )
}
