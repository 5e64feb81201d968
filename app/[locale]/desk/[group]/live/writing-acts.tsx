import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { GiveUp } from "./give-up"
import type { LiveView, LiveWriting } from "./live-writing"
import { SaveMark } from "./save-mark"

/** The save mark, and what can be done while nothing is saved. */
export function SaveRow({
  live,
  view: { save, via },
  copy,
}: {
  live: LiveWriting
  view: LiveView
  copy: () => void
}) {
  const t = useTranslations("minutes.save")
  return (
    <>
      <SaveMark state={save} via={via} />
      {save.kind === "refused" || save.kind === "offline" ? (
        <Button type="button" small onClick={copy}>
          {t("copy")}
        </Button>
      ) : null}
      <GiveUp save={save} live={live} />
    </>
  )
}

/** Marks this moment in the history of the text. */
export function KeepButton({ keep }: { keep: () => Promise<void> }) {
  const t = useTranslations("minutes.save")
  return (
    <Button type="button" small title={t("button")} onClick={() => void keep()}>
      <Icon name="mark" />
      <span className="act-words">{t("button")}</span>
    </Button>
  )
}
