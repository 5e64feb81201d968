import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { editableText } from "@/lib/documents/editable"
import { keepDocument } from "@/lib/documents/keep-revision"
import { getDocument } from "@/lib/documents/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import type { DocumentParams } from "../../../load-document"
import { loadForWriting } from "../load-document"
import { PlainForm } from "./plain-form"
import "../../../../meetings/[meeting]/minutes/minutes.css"

export async function generateMetadata({ params }: { params: DocumentParams }): Promise<Metadata> {
  return { title: (await loadForWriting(params)).document.title }
}

/** A document as a plain form: for browsers without script, and for whoever prefers it. */
export default async function PlainDocumentPage({ params }: { params: DocumentParams }) {
  const { actor, document, of, writeHref } = await loadForWriting(params)
  // The form speaks of one revision: what was written since becomes one first.
  const { revision } = await answer(keepDocument(actor, { documentId: document.id }))
  const { title, text } = await answer(getDocument(actor, of.groupSlug, document.slug))
  const t = await getTranslations("documents.write.plainForm")
  return (
    <main id="main">
      <PageHead
        title={<span dir="auto">{title}</span>}
        lead={t("title")}
        actions={<ButtonLink href={writeHref}>{t("back")}</ButtonLink>}
      />
      <div className="page plain-minutes">
        <p>{t("lead")}</p>
        <p>{t("how")}</p>
        <p>{t("lost")}</p>
        <PlainForm documentId={document.id} base={revision} text={editableText(text)} />
      </div>
    </main>
  )
}
