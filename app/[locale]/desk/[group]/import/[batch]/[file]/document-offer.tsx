import { outlineOf } from "@/lib/documents/outline"
import { DocumentBody } from "@/lib/documents/render"
import type { FileForDesk } from "@/lib/imports/queries"
import type { StoredDocument } from "@/lib/imports/stored"
import { hrefsUnder } from "@/lib/minutes/links"
import { getTranslations } from "@/lib/platform/i18n"
import { DocumentContents } from "../../../documents/document-contents"
import { DocumentForm } from "./document-form"
import { TakeUpForm } from "./take-up-form"

/** A file that is no report of a meeting: what was read in it, and the offer to keep it. */
export async function DocumentOffer({
  file,
  document: { title, text },
}: {
  file: Pick<FileForDesk, "id" | "revision" | "state">
  document: StoredDocument
}) {
  const [t, tDocument] = await Promise.all([
    getTranslations("imports.document"),
    getTranslations("documents"),
  ])
  const counts = { headings: outlineOf(text).length, links: hrefsUnder(text.content).length }
  return (
    <div className="stack">
      <section className="panel stack" aria-labelledby="offer">
        <h2 id="offer">{t("offer")}</h2>
        <p>
          {t("offerWhy")} <span className="muted">{t("contents", counts)}</span>
        </p>
        {file.state === "read" ? (
          <DocumentForm fileId={file.id} revision={file.revision} title={title} />
        ) : null}
        {file.state === "discarded" ? (
          <TakeUpForm fileId={file.id} revision={file.revision} />
        ) : null}
      </section>
      <section className="panel" aria-labelledby="text">
        <h2 id="text">{t("text")}</h2>
        <div className="document">
          <DocumentContents text={text} label={tDocument("contents")} />
          <DocumentBody text={text} leads={{}} level={3} />
        </div>
      </section>
    </div>
  )
}
