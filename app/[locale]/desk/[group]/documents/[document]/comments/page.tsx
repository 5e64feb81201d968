import type { Metadata } from "next"
import { getTranslations } from "@/lib/platform/i18n"
import { TextComments } from "../../../comments/text-comments"
import { DocumentHead } from "../../document-head"
import { type DocumentParams, loadDocument } from "../../load-document"

type Props = {
  params: DocumentParams
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await loadDocument(params)
  return { title: (await getTranslations("comments"))("ofText", { title: document.title }) }
}

export default async function DocumentCommentsPage({ params, searchParams }: Props) {
  const [{ actor, document, base, desk, of }, asked] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here="comments" />
      <TextComments
        on={{ kind: "document", documentId: of.documentId }}
        actor={actor}
        base={`${desk}/comments`}
        asked={asked}
      />
    </main>
  )
}
