import { newKey, passageKey, type ThreadsView, type TypedDraft } from "@/lib/comments/model"
import { BegunDrafts } from "../begun-drafts"
import { useHand } from "../threads-context"
import type { Commenting } from "./use-commenting"

/** What the reader began beside the text and did not send, with the ways to go on or to let go of it. */
export function BegunBeside({
  view,
  commenting: { asked, ask, passages },
}: {
  view: ThreadsView
  commenting: Commenting
}) {
  const { on } = useHand()
  const open =
    asked === null
      ? []
      : [asked.kind === "place" ? newKey(on) : passageKey(on, asked.fragment, asked.anchor)]
  const goOn = (key: string, { place, quote }: TypedDraft) => {
    if (quote === null || key === newKey(on)) return ask({ kind: "place", at: place ?? "text" })
    const fragment = place?.slice("passage:".length) ?? ""
    // The words as they were selected, so that it stays the same draft, at the place where they stand now.
    ask({ kind: "passage", fragment, anchor: { ...quote, ...passages.endsOf(fragment, quote) } })
  }
  return <BegunDrafts view={view} open={open} goOn={goOn} />
}
