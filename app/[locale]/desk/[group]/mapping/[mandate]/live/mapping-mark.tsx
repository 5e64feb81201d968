import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/app/ui/button"
import { SaveMark } from "../../../live/save-mark"
import type { MappingStore } from "./mapping-store"

/** The honest mark of a mapping, and a way to copy the words that are nowhere but here. */
export function MappingMark({ store }: { store: MappingStore }) {
  const t = useTranslations("minutes.save")
  const [copied, setCopied] = useState(false)
  const state = store.state()
  const isStuck =
    state.kind === "unsettled" ||
    (state.kind === "writing" && !state.kept) ||
    (state.kind === "refused" ? state.waits : state.kind === "offline" && !state.kept)
  const copy = () => {
    navigator.clipboard.writeText(store.words()).then(() => setCopied(true))
  }
  return (
    <>
      <SaveMark state={state} via={store.via()} counts="cells" />
      <span className="small" role="status">
        {store.full()}
      </span>
      {isStuck && store.words() !== "" ? (
        <Button type="button" small onClick={copy}>
          {t(copied ? "copied" : "copy")}
        </Button>
      ) : null}
    </>
  )
}
