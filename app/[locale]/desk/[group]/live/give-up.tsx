import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import type { SaveState } from "./live-state"
import type { LiveWriting } from "./live-writing"
import { stopWarning } from "./use-warning"

/**
 * Where the portal refuses what stands on this device for what it is, loading the page again brings it
 * again: whoever wrote it can copy it and then go on without it.
 */
export function GiveUp({ save, live }: { save: SaveState; live: LiveWriting }) {
  const t = useTranslations("minutes.save")
  const isStuck =
    save.kind === "refused" &&
    save.waits &&
    (save.reason === "tooLarge" || save.reason === "broken")
  if (!isStuck) return null
  const giveUp = async () => {
    if (!window.confirm(t("giveUpSure"))) return
    await live.giveUp()
    stopWarning()
    window.location.reload()
  }
  return (
    <Button type="button" small onClick={() => void giveUp()}>
      {t("giveUp")}
    </Button>
  )
}
