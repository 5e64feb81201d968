import type { ReactNode } from "react"

/**
 * The head of a desk page: its one `h1`, a line below it, what can be done at the end side.
 *
 * @example <PageHead title={t("meetings")} lead={group.name}
 *   actions={<ButtonLink href="…" kind="primary">{t("schedule")}</ButtonLink>} />
 */
export function PageHead({
  title,
  lead,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="sub-bar">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="small muted">{lead}</p> : null}
      </div>
      {actions ? <div className="end btns">{actions}</div> : null}
    </div>
  )
}
