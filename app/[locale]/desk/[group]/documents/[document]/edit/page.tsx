import type { Metadata } from "next"
import { getDocumentFormLists } from "@/lib/documents/form-queries"
import { getDocumentForHolder, listOtherDocuments } from "@/lib/documents/queries"
import { movesFrom } from "@/lib/documents/status"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { DocumentHead } from "../../document-head"
import { factChoices } from "../../fact-choices"
import { type DocumentParams, loadDocument } from "../../load-document"
import { EditForm } from "./edit-form"
import { StatusForm } from "./status-form"

export async function generateMetadata({ params }: { params: DocumentParams }): Promise<Metadata> {
  const { document } = await loadDocument(params)
  return { title: (await getTranslations("documents"))("factsOf", { title: document.title }) }
}

export default async function EditDocumentPage({ params }: { params: DocumentParams }) {
  const { group, document: slug } = await params
  const { actor, base, of } = await loadDocument(params)
  const document = await answer(getDocumentForHolder(actor, group, slug))
  const { facts, status } = document
  const [lists, others] = await Promise.all([
    answer(getDocumentFormLists(actor, of.groupId, facts.responsible?.id)),
    answer(listOtherDocuments(actor, of.groupId, of.documentId)),
  ])
  const { origin } = facts
  const known = { meetingId: origin?.meetingId ?? "", blockId: origin?.blockId ?? null }
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here="facts" />
      <div className="document-forms">
        <EditForm
          documentId={of.documentId}
          revision={facts.revision}
          choices={await factChoices(lists)}
          values={{
            title: facts.title,
            kind: facts.kind,
            language: facts.language,
            responsibleId: facts.responsible?.id ?? "",
            origin: known.blockId ? `${known.meetingId}/${known.blockId}` : known.meetingId,
          }}
        />
        <StatusForm
          documentId={of.documentId}
          from={status}
          moves={movesFrom(status)}
          others={others.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
    </main>
  )
}
