import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { Empty } from "@/app/ui/empty"
import { listDispatches } from "@/lib/documents/dispatch-queries"
import { listVersions } from "@/lib/documents/version-queries"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { DocumentHead } from "../../document-head"
import { JustDone } from "../../just-done"
import { type DocumentParams, loadDocument } from "../../load-document"
import { DispatchForm } from "./dispatch-form"
import { DispatchList } from "./dispatch-list"

type Props = { params: DocumentParams; searchParams: Promise<{ done?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await loadDocument(params)
  return { title: (await getTranslations("documents.sent"))("of", { title: document.title }) }
}

export default async function SentPage({ params, searchParams }: Props) {
  const [{ actor, document, base, of, locale }, { done }] = await Promise.all([
    loadDocument(params),
    searchParams,
  ])
  const [dispatches, versions, t] = await Promise.all([
    answer(listDispatches(actor, of)),
    answer(listVersions(actor, of)),
    getTranslations("documents.sent"),
  ])
  const sendings = dispatches.filter(({ kind, withdrawn }) => kind === "sent" && !withdrawn)
  return (
    <main id="main" className="page">
      <DocumentHead document={document} base={base} here="sent" />
      <div className="stack">
        <JustDone done={done} />
        {dispatches.length === 0 ? (
          <Empty title={t("none")}>{t("noneWhy")}</Empty>
        ) : (
          <DispatchList
            dispatches={dispatches}
            documentId={of.documentId}
            base={base}
            mayHold={document.may.hold}
          />
        )}
        {document.may.hold ? (
          <DispatchForm
            documentId={of.documentId}
            submission={randomUUID()}
            versions={versions.map(({ id, number, name }) => ({
              value: id,
              label: t("version", { number, name }),
            }))}
            sendings={sendings.map(({ id, party, day }) => ({
              value: id,
              label: t("sending", { party, day: dayText(dayInstant(day), locale) }),
            }))}
          />
        ) : null}
      </div>
    </main>
  )
}
