import type { Metadata } from "next"
import { Empty } from "@/app/ui/empty"
import { keepDocument } from "@/lib/documents/keep-revision"
import { listDocumentRevisions } from "@/lib/documents/revision-queries"
import { listVersions } from "@/lib/documents/version-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { pageIn } from "@/lib/platform/pages"
import { answer } from "@/lib/platform/request"
import { Pager } from "../../../comments/pager"
import { ComparePicker } from "../../compare-picker"
import { DocumentHead } from "../../document-head"
import { JustDone } from "../../just-done"
import { type DocumentParams, loadDocument } from "../../load-document"
import { MakeVersionForm } from "./make-version-form"
import { RevisionTable } from "./revision-table"
import { VersionTable } from "./version-table"

type Props = { params: DocumentParams; searchParams: Promise<{ done?: string; page?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await loadDocument(params)
  return { title: (await getTranslations("documents.versions"))("of", { title: document.title }) }
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ actor, document, base, of }, { done, page: asked }] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  const { may, group, slug } = document
  // The form speaks of one revision: what was written together since the last becomes one first.
  const { revision } = may.hold ? await answer(keepDocument(actor, of)) : document
  const page = pageIn(asked)
  const [versions, { lines: revisions, more }, t] = await Promise.all([
    answer(listVersions(actor, of)),
    answer(listDocumentRevisions(actor, of, page)),
    getTranslations("documents.versions"),
  ])
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here="versions" />
      <div className="stack">
        <JustDone done={done} />
        {versions.length === 0 ? (
          <Empty title={t("none")}>{t("noneWhy")}</Empty>
        ) : (
          <VersionTable
            versions={versions}
            base={base}
            {...{ mayPublish: may.publish, group: group.slug, slug }}
          />
        )}
        {may.hold ? (
          <MakeVersionForm
            documentId={of.documentId}
            revision={revision}
            next={(versions[0]?.number ?? 0) + 1}
          />
        ) : null}
        <h2>{t("compareAny")}</h2>
        <ComparePicker
          action={`${base}/compare`}
          versions={versions.map(({ number, name }) => ({ number, name }))}
          revisions={revisions.map(({ number }) => number)}
          all={revision}
          from={versions[0] ? `v${versions[0].number}` : `r${Math.max(revision - 1, 1)}`}
          to={`r${revision}`}
        />
        <RevisionTable revisions={revisions} base={base} current={revision} open={page > 1}>
          <Pager
            page={page}
            pages={more ? page + 1 : page}
            hrefOf={(to) => `?page=${to}#revisions`}
          />
        </RevisionTable>
      </div>
    </main>
  )
}
