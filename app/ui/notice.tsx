import type { ReactNode } from "react"
import { Icon, type IconName } from "./icons"

export type NoticeKind = "ok" | "warn" | "bad" | "plain"

const marks: Record<NoticeKind, IconName> = { ok: "ok", warn: "warn", bad: "bad", plain: "note" }

/**
 * Something the page says besides its content. `announce` for what has just happened: politely,
 * and at once when it is bad.
 *
 * @example <Notice kind="ok" title={t("saved")} announce>{t("savedDetail")}</Notice>
 */
export function Notice({
  kind = "plain",
  title,
  children,
  announce,
}: {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  announce?: boolean
}) {
  const role = announce ? (kind === "bad" ? "alert" : "status") : undefined
  return (
    <div className={`notice ${kind}`} role={role}>
      <Icon name={marks[kind]} />
      <div>
        {title ? <p className="strong">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
