import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ButtonLink } from "@/app/ui/button"
import { findDeskLeads } from "@/lib/documents/leads"
import { DocumentBody } from "@/lib/documents/render"
import { mayBeWritten } from "@/lib/documents/status"
import { getVersion } from "@/lib/documents/version-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { RestoreForm } from "../../../../live/restore-form"
import { restoreDocumentAction } from "../../../actions"
import { DocumentContents } from "../../../document-contents"
import { DocumentHead } from "../../../document-head"
import { type DocumentParams, loadDocument } from "../../../load-document"

type Props = { params: Promise<Awaited<DocumentParams> & { version: string }> }

async function load({ params }: Props) {
  const [, number = ""] = /^v([1-9]\d{0,8})$/.exec((await params).version) ?? []
  const loaded = await loadDocument(params)
  const version = await answer(
    number === "" ? notFound() : getVersion(loaded.actor, loaded.of, Number(number)),
  )
  return { ...loaded, version }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { version, document } = await load(props)
  const t = await getTranslations("documents.versions")
  return { title: t("titleOf", { number: version.number, title: document.title }) }
}

export default async function DocumentVersionPage(props: Props) {
  const { version, document, actor, of, base, locale } = await load(props)
  const { content, number, name, note, sha256, madeAt, by, revision } = version
  const [leads, t, tDocument] = await Promise.all([
    answer(findDeskLeads(actor, of, content.text, locale)),
    getTranslations("documents.versions"),
    getTranslations("documents"),
  ])
  const isOld = revision < document.revision
  const toNow = `${base}/compare?from=v${number}&to=r${document.revision}`
  const made = t("made", { number, day: dayText(madeAt, locale), who: by ?? t("portal") })
  return (
    <main id="main" className="page">
      <DocumentHead
        document={document}
        base={base}
        here={null}
        lead={made}
        actions={isOld ? <ButtonLink href={toNow}>{t("compareNow")}</ButtonLink> : null}
      />
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {note ? <p>{note}</p> : null}
      <p>
        <a href={`${base}/history/${revision}`}>{t("ofRevision", { number: String(revision) })}</a>
      </p>
      {isOld && document.may.hold && mayBeWritten(document.status) ? (
        <RestoreForm
          action={restoreDocumentAction}
          of={{ documentId: of.documentId }}
          {...{ number: revision, base: document.revision }}
        />
      ) : null}
      <p className="small muted seal">SHA-256 {sha256.replace(/(.{8})(?=.)/g, "$1 ")}</p>
      <div className="document">
        <DocumentContents text={content.text} label={tDocument("contents")} />
        <DocumentBody
          text={content.text}
          leads={leads}
          level={3}
          language={content.document.language}
        />
      </div>
    </main>
  )
}
