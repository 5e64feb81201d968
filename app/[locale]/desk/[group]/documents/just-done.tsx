import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"

const doings = [
  ...(["started", "edited", "moved", "made", "published", "restored"] as const),
  ...(["noted", "withdrawn", "filled", "filledLater"] as const),
]

/** What has just been done, as the address says after a form. */
export function JustDone({ done }: { done: string | undefined }) {
  const t = useTranslations("documents.done")
  const just = doings.find((doing) => doing === done)
  return just ? <Notice kind="ok" title={t(just)} announce /> : null
}
