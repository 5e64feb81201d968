import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/app/ui/button"
import { SaveMark } from "../../../live/save-mark"
import type { MappingStore } from "./mapping-store"

/** The honest mark of a mapping, the way to what waits, and to copy the words that are nowhere but here. */
export function MappingMark({ store, settle }: { store: MappingStore; settle: () => void }) {
  const t = useTranslations("minutes.save")
  const tClash = useTranslations("mapping.grid.clash")
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
      {store.clashes().length + store.refused().length + store.drafts().length > 0 ? (
        <Button type="button" small onClick={settle}>
          {tClash("show")}
        </Button>
      ) : null}
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
