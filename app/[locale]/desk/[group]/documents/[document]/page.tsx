import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { findDeskLeads } from "@/lib/documents/leads"
import { DocumentBody } from "@/lib/documents/render"
import { mayBeWritten } from "@/lib/documents/status"
import { listDocumentBacklinks } from "@/lib/links/backlink-queries"
import { momentText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Backlinks } from "../backlinks"
import { DocumentContents } from "../document-contents"
import { DocumentFactsPanel } from "../document-facts"
import { DocumentHead } from "../document-head"
import { JustDone } from "../just-done"
import { type DocumentParams, loadDocument } from "../load-document"
import { pageIn } from "../page-in"

type Props = { params: DocumentParams; searchParams: Promise<{ done?: string; spoken?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadDocument(params)).document.title }
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ actor, document, base, locale, of }, { done, spoken }] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  const [leads, backlinks, t] = await Promise.all([
    answer(findDeskLeads(actor, of, document.text, locale)),
    answer(listDocumentBacklinks(actor, of.groupId, of.documentId, pageIn(spoken))),
    getTranslations("documents"),
  ])
  const { text, savedAt, by, file, language } = document
  const when = momentText(savedAt, locale)
  const saved = by === null ? t("saved", { when }) : t("savedBy", { when, who: by })
  return (
    <main id="main" className="page">
      <DocumentHead
        document={document}
        base={base}
        here="text"
        actions={
          document.may.write && mayBeWritten(document.status) ? (
            <ButtonLink href={`${base}/write`}>{t("write.title")}</ButtonLink>
          ) : null
        }
        lead={[saved, file ? t("from", { file }) : ""].filter(Boolean).join(". ")}
      />
      <JustDone done={done} />
      <DocumentFactsPanel document={document} base={base} />
      <div className="document">
        <DocumentContents text={text} label={t("contents")} />
        {text.content.length === 0 ? (
          <p className="muted">{t("empty")}</p>
        ) : (
          <DocumentBody text={text} leads={leads} level={2} language={language} />
        )}
      </div>
      <Backlinks backlinks={backlinks} group={document.group.slug} title={t("backlinks.title")} />
    </main>
  )
}
