import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { AgendaList } from "./agenda-list"
import type { SectionHead } from "./sections"

/** The page on which minutes are read and written: head, agenda, sheet. The same before and after script. */
export function WritingFrame({
  title,
  lead,
  note,
  end,
  heads,
  current,
  aside,
  tools,
  children,
  foot,
}: {
  title: string
  lead: ReactNode
  /** What one has to know before writing. */
  note: string | null
  end: ReactNode
  heads: readonly SectionHead[]
  current?: string | null
  aside?: ReactNode
  tools?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  const t = useTranslations("minutes")
  return (
    <>
      <div className="sub-bar writing-head">
        <div>
          <h1>{title}</h1>
          <p className="small muted">{lead}</p>
        </div>
        <div className="end">{end}</div>
      </div>
      <div className="writing">
        <nav className="pane" aria-labelledby="agenda-title">
          <h2 id="agenda-title">{t("agenda")}</h2>
          <AgendaList heads={heads} current={current} />
          {aside}
        </nav>
        <div className="sheet-wrap">
          <details className="agenda-fold">
            <summary>{t("agenda")}</summary>
            <AgendaList heads={heads} current={current} />
          </details>
          {note ? <p className="writing-note small">{note}</p> : null}
          {tools ?? <div className="tools" />}
          {children}
          {foot}
        </div>
      </div>
    </>
  )
}
