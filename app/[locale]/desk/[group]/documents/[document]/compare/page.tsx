import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { compareDocuments } from "@/lib/documents/compare"
import { type AskedPair, getPair } from "@/lib/documents/compared-pair"
import { listDocumentRevisions } from "@/lib/documents/revision-queries"
import { listVersions } from "@/lib/documents/version-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Legend } from "../../../meetings/[meeting]/minutes/history/legend"
import { writersOf } from "../../../meetings/[meeting]/minutes/history/people"
import { ComparePicker } from "../../compare-picker"
import { DocumentHead } from "../../document-head"
import { type DocumentParams, loadDocument } from "../../load-document"
import { Changes } from "./changes"
import "../../../meetings/[meeting]/minutes/history/history.css"

type Props = { params: DocumentParams; searchParams: Promise<AskedPair> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await loadDocument(params)
  return { title: (await getTranslations("documents.compare"))("of", { title: document.title }) }
}

export default async function CompareDocumentPage({ params, searchParams }: Props) {
  const [{ actor, document, base, of, locale }, asked] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  const [pair, versions, { lines: revisions }, t] = await Promise.all([
    answer(getPair(actor, of, asked, document.revision)),
    answer(listVersions(actor, of)),
    answer(listDocumentRevisions(actor, of)),
    getTranslations("documents.compare"),
  ])
  const found = compareDocuments(pair.older, pair.newer, locale)
  const { parts, added, removed, changed, coarse } = found
  const texts = [pair.older, pair.newer].map(({ runs }) => ({ authorship: { text: [...runs] } }))
  const said = {
    words: t("sum", { added, removed }),
    signs: t("signs"),
    formatting: t("formatting"),
    nothing: t("nothing"),
  }
  const writers = writersOf([{ parts }], texts, pair.names)
  const isNobodys = parts.some(({ kind, by }) => kind !== "same" && by === null)
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here={null} />
      <div className="stack">
        <ComparePicker
          action={`${base}/compare`}
          versions={versions}
          revisions={revisions.map(({ number }) => number)}
          all={document.revision}
          from={pair.from}
          to={pair.to}
        />
        <h2>{t("changed")}</h2>
        <p>{said[changed]}</p>
        {coarse ? <Notice kind="warn" title={t("coarse")} /> : null}
        {changed === "nothing" || changed === "formatting" ? null : (
          <Legend writers={[...writers.values()]} nobody={isNobodys} />
        )}
        <Changes parts={parts} writers={writers} language={document.language} />
      </div>
    </main>
  )
}
