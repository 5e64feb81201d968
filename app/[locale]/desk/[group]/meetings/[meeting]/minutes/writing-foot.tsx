import { useTranslations } from "next-intl"
import type { ReactNode } from "react"

/** Where one can go from the minutes, and what else there is to know. */
export function WritingFoot({
  plain,
  meeting,
  children,
}: {
  plain: string | null
  meeting: string
  children?: ReactNode
}) {
  const t = useTranslations("minutes")
  return (
    <div className="writing-foot">
      {children}
      {plain ? (
        <p className="small">
          <a href={plain}>{t("plain.link")}</a>
        </p>
      ) : null}
      <p className="small">
        <a href={meeting}>{t("toMeeting")}</a>
      </p>
    </div>
  )
}
