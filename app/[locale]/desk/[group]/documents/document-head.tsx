import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { GroupDocument } from "@/lib/documents/queries"
import { StatusTag } from "./status-tag"

const places = ["text", "versions", "sent", "facts"] as const

/** The head of every page about a document: its title and status, and the ways between its pages. */
export function DocumentHead({
  document,
  base,
  here,
  lead,
  actions,
}: {
  document: GroupDocument
  base: string
  /** The page that is open; none for one below them. */
  here: (typeof places)[number] | null
  lead?: ReactNode
  actions?: ReactNode
}) {
  const t = useTranslations("documents")
  const paths = {
    text: base,
    versions: `${base}/versions`,
    sent: `${base}/sent`,
    facts: `${base}/edit`,
  }
  const shown = places.filter((place) => place !== "facts" || document.may.hold)
  return (
    <div className="document-head">
      <div className="sub-bar">
        <div>
          <h1>
            <span dir="auto">{document.title}</span> <StatusTag status={document.status} />
          </h1>
          {lead ? <p className="small muted">{lead}</p> : null}
        </div>
        {actions ? <div className="end btns">{actions}</div> : null}
      </div>
      <nav aria-label={t("parts")}>
        <ul>
          {shown.map((place) => (
            <li key={place}>
              <a href={paths[place]} aria-current={here === place ? "page" : undefined}>
                {t(`part.${place}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
