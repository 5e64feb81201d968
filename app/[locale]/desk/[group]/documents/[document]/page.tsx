import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getDocument } from "@/lib/documents/queries"
import { DocumentBody } from "@/lib/documents/render"
import { momentText } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { DocumentContents } from "../document-contents"

type Props = { params: Promise<{ group: string; document: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ group, document }, actor] = await Promise.all([params, currentActor()])
  const { title } = await answer(getDocument(actor, group, document))
  return { title }
}

export default async function DocumentPage({ params }: Props) {
  const [{ group, document: slug }, actor, locale] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
  ])
  const { title, text, savedAt, by, file } = await answer(getDocument(actor, group, slug))
  const t = await getTranslations("documents")
  const when = momentText(savedAt, locale)
  const saved = by === null ? t("saved", { when }) : t("savedBy", { when, who: by })
  return (
    <main id="main" className="page">
      <PageHead
        title={<span dir="auto">{title}</span>}
        lead={[saved, file ? t("from", { file }) : ""].filter(Boolean).join(". ")}
        actions={
          <ButtonLink href={localePath(locale, `/desk/${group}/documents`)}>{t("back")}</ButtonLink>
        }
      />
      <div className="document">
        <DocumentContents text={text} label={t("contents")} />
        <DocumentBody text={text} leads={{}} level={2} />
      </div>
    </main>
  )
}
