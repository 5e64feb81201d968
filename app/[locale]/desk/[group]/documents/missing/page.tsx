import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listOtherDocuments } from "@/lib/documents/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { listMissing } from "@/lib/links/missing-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { JustDone } from "../just-done"
import { MissingList } from "./missing-list"

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents.missing"))("title") }
}

export default async function MissingPage({ params, searchParams }: Props) {
  const [{ group: slug }, { done }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("documents"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const [missing, documents] = await Promise.all([
    answer(listMissing(actor, group.id)),
    answer(listOtherDocuments(actor, group.id, null)),
  ])
  const desk = localePath(locale, `/desk/${slug}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("missing.title")}
        lead={t("missing.lead")}
        actions={<ButtonLink href={`${desk}/documents`}>{t("back")}</ButtonLink>}
      />
      <JustDone done={done} />
      {missing.length === 0 ? (
        <Empty title={t("missing.none")}>{t("missing.noneWhy")}</Empty>
      ) : (
        <MissingList
          missing={missing}
          desk={desk}
          documents={documents.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </main>
  )
}
