import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"

const known = ["reportPublished", "reportWithdrawn", "inReview", "inCorrection"] as const

/** The key under `errors.meeting` of why a meeting is closed; null when it is closed for another reason, or open. */
export function closedKey(lack: string | null): (typeof known)[number] | null {
  return known.find((key) => lack === `meeting.${key}`) ?? null
}

/** Why nothing of a meeting can be changed now, and what to do: `lack` as its queries give it. */
export function ClosedNotice({ lack }: { lack: string | null }) {
  const t = useTranslations("meetings")
  const errors = useTranslations("errors.meeting")
  const why = closedKey(lack)
  return <Notice kind="warn">{why ? errors(why) : t("notOpen")}</Notice>
}
