import type { Metadata } from "next"
import { findDeskLeads } from "@/lib/documents/leads"
import { outlineOf } from "@/lib/documents/outline"
import { DocumentBody } from "@/lib/documents/render"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { CommentsElsewhere } from "../../../comments/beside/comments-elsewhere"
import type { DocumentParams } from "../../load-document"
import { EditorHost } from "./editor-host"
import { givenFor, loadForWriting } from "./load-document"
import { OutlineList } from "./outline-list"
import { WritingFrame } from "./writing-frame"
import "../../../meetings/[meeting]/minutes/live.css"
import "../../../meetings/[meeting]/minutes/minutes.css"
import "../../../live/beside.css"
import "../../../comments/beside/passages.css"
import "./write.css"

export async function generateMetadata({ params }: { params: DocumentParams }): Promise<Metadata> {
  const { document } = await loadForWriting(params)
  return { title: document.title }
}

export default async function WriteDocumentPage({ params }: { params: DocumentParams }) {
  const loaded = await loadForWriting(params)
  const given = await givenFor(loaded)
  const { actor, of, document, locale } = loaded
  const headings = outlineOf(document.text).map((entry) => ({ ...entry, key: entry.id }))
  const [leads, t] = await Promise.all([
    answer(findDeskLeads(actor, of, document.text, locale)),
    getTranslations("documents.write"),
  ])
  return (
    <main id="main">
      <EditorHost given={given} failed={t("failed")}>
        <WritingFrame
          given={given}
          outline={<OutlineList entries={headings} />}
          comments={<CommentsElsewhere href={given.comments.allHref} />}
        >
          <noscript>
            <p className="writing-note">
              {t.rich("noScript", { link: (words) => <a href={given.plainHref}>{words}</a> })}
            </p>
          </noscript>
          <div className="sheet">
            <div className="document-sheet">
              <DocumentBody
                text={document.text}
                leads={leads}
                level={2}
                language={document.language}
              />
            </div>
          </div>
        </WritingFrame>
      </EditorHost>
    </main>
  )
}
