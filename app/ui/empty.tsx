import type { ReactNode } from "react"

/**
 * A place where nothing is yet: says what will appear and how, and offers the first step.
 *
 * @example <Empty title={t("noMeetings")} action={<ButtonLink href="…">{t("schedule")}</ButtonLink>}>
 *   {t("noMeetingsWhy")}</Empty>
 */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="blank">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}
