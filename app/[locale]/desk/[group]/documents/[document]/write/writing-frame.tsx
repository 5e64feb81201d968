import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ButtonLink } from "@/app/ui/button"
import type { DocumentGiven } from "./given"

// A pane may be longer than the screen, and hold nothing else that the keyboard reaches.
const scrolls = { tabIndex: 0 }

/** The page on which a document is written: head, outline, sheet. The same before and after script. */
export function WritingFrame({
  given: { title, lead, readHref, plainHref },
  save = null,
  end = null,
  outline = null,
  tools,
  children,
  foot = null,
}: {
  given: Pick<DocumentGiven, "title" | "lead" | "readHref" | "plainHref">
  /** The save mark: it stays on top at every width. */
  save?: ReactNode
  end?: ReactNode
  /** The headings of the text. */
  outline?: ReactNode
  tools?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  const t = useTranslations("documents.write")
  return (
    <>
      <div className="writing-top">
        <div className="sub-bar writing-head">
          <div className="writing-title">
            <h1 dir="auto">{title}</h1>
            <p className="small muted">{lead}</p>
          </div>
          <div className="writing-save">{save}</div>
          <div className="end">
            {end}
            <ButtonLink small href={readHref}>
              {t("read")}
            </ButtonLink>
          </div>
        </div>
      </div>
      <div className="writing document-writing">
        <aside className="pane" aria-labelledby="outline-title" {...scrolls}>
          <h2 id="outline-title">{t("outline")}</h2>
          {outline}
        </aside>
        <div className="sheet-wrap">
          {tools ?? <div className="tools" />}
          {children}
          <div className="writing-foot">
            {foot}
            <p className="small">
              <a href={plainHref}>{t("plain")}</a>
            </p>
          </div>
        </div>
      </div>
    </>
  )
}
