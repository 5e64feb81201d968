import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"

const known = ["reportPublished", "reportWithdrawn", "inReview", "inCorrection"] as const

/** Why nothing of a meeting can be changed now, and what to do: `lack` as its queries give it. */
export function ClosedNotice({ lack }: { lack: string | null }) {
  const t = useTranslations("meetings")
  const errors = useTranslations("errors.meeting")
  const why = known.find((key) => lack === `meeting.${key}`)
  return <Notice kind="warn">{why ? errors(why) : t("notOpen")}</Notice>
}
