import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { Button } from "@/app/ui/button"
import type { ThreadView } from "@/lib/comments/model"
import type { Commenting } from "./use-commenting"

/** Leads from a thread to its passage in the text beside it, while its words stand there. */
export function ToPassage({
  thread: { id },
  commenting: { passages, show },
}: {
  thread: ThreadView
  commenting: Commenting
}) {
  const t = useTranslations("comments")
  const stands = useSyncExternalStore(passages.subscribe, () => passages.find(id) !== null)
  if (!stands) return null
  return (
    <Button type="button" kind="quiet" small onClick={() => show(id)}>
      {t("toPassage")}
    </Button>
  )
}
