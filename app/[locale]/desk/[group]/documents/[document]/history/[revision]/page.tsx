import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ButtonLink } from "@/app/ui/button"
import { findDeskLeads } from "@/lib/documents/leads"
import { DocumentBody } from "@/lib/documents/render"
import { mayBeWritten } from "@/lib/documents/status"
import { getTextOf } from "@/lib/documents/version-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { RestoreForm } from "../../../../live/restore-form"
import { restoreDocumentAction } from "../../../actions"
import { DocumentContents } from "../../../document-contents"
import { DocumentHead } from "../../../document-head"
import { type DocumentParams, loadDocument } from "../../../load-document"

type Props = { params: Promise<Awaited<DocumentParams> & { revision: string }> }

async function load({ params }: Props) {
  const { revision } = await params
  const loaded = await loadDocument(params)
  if (!/^[1-9]\d{0,8}$/.test(revision)) notFound()
  const number = Number(revision)
  const text = await answer(getTextOf(loaded.actor, loaded.of, { kind: "revision", number }))
  return { ...loaded, number, text }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, document } = await load(props)
  const t = await getTranslations("documents.versions")
  return { title: t("revisionOf", { number: String(number), title: document.title }) }
}

export default async function DocumentRevisionPage(props: Props) {
  const { number, text, document, actor, of, base, locale } = await load(props)
  const [leads, t, tDocument] = await Promise.all([
    answer(findDeskLeads(actor, of, text, locale)),
    getTranslations("documents.versions"),
    getTranslations("documents"),
  ])
  const isOld = number < document.revision
  const toNow = `${base}/compare?from=r${number}&to=r${document.revision}`
  return (
    <main id="main" className="page">
      <DocumentHead
        document={document}
        base={base}
        here={null}
        lead={t("revision", { number: String(number) })}
        actions={isOld ? <ButtonLink href={toNow}>{t("compareNow")}</ButtonLink> : null}
      />
      {isOld && document.may.hold && mayBeWritten(document.status) ? (
        <RestoreForm
          action={restoreDocumentAction}
          of={{ documentId: of.documentId }}
          number={number}
          base={document.revision}
        />
      ) : null}
      <div className="document">
        <DocumentContents text={text} label={tDocument("contents")} />
        <DocumentBody text={text} leads={leads} level={2} language={document.language} />
      </div>
    </main>
  )
}
