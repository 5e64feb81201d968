import type { ReactNode } from "react"

// A pane may be longer than the screen, and hold nothing else that the keyboard reaches.
const scrolls = { tabIndex: 0 }

/** A pane beside the text, which its heading (`ID-title`) names; on a phone a sheet of its own. */
export function Pane({
  id,
  className,
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) {
  const look = className ? `pane ${className}` : "pane"
  return (
    <aside className={look} id={id} aria-labelledby={`${id}-title`} {...scrolls}>
      {children}
    </aside>
  )
}

/** The head of the page on which a text is written; below it `children`, which stay with it. */
export function WritingHead({
  title,
  lead,
  save,
  end,
  children,
}: {
  title: string
  lead: ReactNode
  /** The save mark: it stays on top at every width, and on a phone what is in `end` scrolls away. */
  save: ReactNode
  end: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="writing-top">
      <div className="sub-bar writing-head">
        <div className="writing-title">
          <h1 dir="auto">{title}</h1>
          <p className="small muted">{lead}</p>
        </div>
        <div className="writing-save">{save}</div>
        <div className="end">{end}</div>
      </div>
      {children}
    </div>
  )
}
