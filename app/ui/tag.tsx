import type { ReactNode } from "react"
import { Icon, type IconName } from "./icons"

export type TagKind = "plain" | "ok" | "warn" | "bad" | "now"

/**
 * A state in one or two words, with its mark where it must be found: draft, in review, published.
 *
 * @example <Tag kind="ok" icon="ok">{t("published", { version })}</Tag> · <Tag>{t("draft")}</Tag>
 */
export function Tag({
  kind = "plain",
  icon,
  children,
}: {
  kind?: TagKind
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={kind === "plain" ? "tag" : `tag ${kind}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  )
}
