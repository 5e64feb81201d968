import type { Metadata } from "next"
import type { TextRef } from "@/lib/comments/model"
import { listThreads } from "@/lib/comments/queries"
import { outlineOf } from "@/lib/documents/outline"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Pager } from "../../../comments/pager"
import { queryOf } from "../../../comments/query-of"
import { StateFilter } from "../../../comments/state-filter"
import { Threads } from "../../../comments/threads"
import { states, threadsWanted } from "../../../comments/threads-query"
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
  const [{ actor, document, base, desk, locale, of }, asked] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  const on: TextRef = { kind: "document", documentId: of.documentId }
  const wanted = threadsWanted(asked)
  const view = await answer(listThreads(actor, on, locale, wanted))
  const state = wanted.state ?? "all"
  const places = outlineOf(document.text).map(({ id, words }) => ({
    about: "section" as const,
    place: id,
    label: words,
  }))
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here="comments" />
      <StateFilter states={states} shown={state} hrefOf={(to) => `?${queryOf({ state: to })}`} />
      <Threads
        key={`${state} ${view.page}`}
        initial={view}
        on={on}
        base={`${desk}/comments`}
        query={queryOf({ state, page: view.page })}
        places={places}
        at={typeof asked.about === "string" ? asked.about : "text"}
      />
      <Pager {...view} hrefOf={(page) => `?${queryOf({ state, page })}`} />
    </main>
  )
}
