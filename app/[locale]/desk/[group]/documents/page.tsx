import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { listDocuments } from "@/lib/documents/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { listMissing } from "@/lib/links/missing-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { DocumentTable } from "./document-table"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("title") }
}

export default async function DocumentsPage({ params }: { params: Promise<{ group: string }> }) {
  const [{ group: slug }, actor, locale] = await Promise.all([params, currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  const [documents, missing] = await Promise.all([
    answer(listDocuments(actor, slug)),
    answer(listMissing(actor, group.id)),
  ])
  const t = await getTranslations("documents")
  const base = localePath(locale, `/desk/${slug}`)
  const open = missing.filter(({ filled }) => filled === null).length
  const actions = (
    <>
      {group.may.bringIn ? <ButtonLink href={`${base}/import`}>{t("import")}</ButtonLink> : null}
      <ButtonLink href={`${base}/documents/new`} kind="primary">
        {t("new")}
      </ButtonLink>
    </>
  )
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={documents.length > 0 ? actions : null}
      />
      {missing.length > 0 ? (
        <p>
          <a href={`${base}/documents/missing`}>{t("missing.link", { open })}</a>
        </p>
      ) : null}
      {documents.length === 0 ? (
        <Empty title={t("noneTitle")} action={<div className="btns">{actions}</div>}>
          {t("noneWhy")}
        </Empty>
      ) : (
        <DocumentTable documents={documents} base={`${base}/documents`} />
      )}
    </main>
  )
}
