import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import {
  newKey,
  passageKey,
  type ThreadsView,
  type TypedDraft,
  textIdOf,
} from "@/lib/comments/model"
import { BegunDrafts } from "../begun-drafts"
import { useHand } from "../threads-context"
import type { Commenting } from "./use-commenting"

/** What the reader began beside the text and did not send, with the ways to go on or to let go of it. */
export function BegunBeside({
  view: { drafts },
  commenting: { asked, ask, passages },
}: {
  view: ThreadsView
  commenting: Commenting
}) {
  const t = useTranslations("comments.begun")
  const { on, base, reread, typedHere } = useHand()
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
  const discard = async (key: string) => {
    const draft = { on: { kind: on.kind, id: textIdOf(on) }, key, text: "" }
    await fetch(`${base}/drafts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(draft),
    }).catch(() => {
      // What could not be discarded is offered again.
    })
    typedHere.delete(key)
    reread()
  }
  return (
    <BegunDrafts
      drafts={drafts}
      whole
      open={open}
      acts={(key, draft) => (
        <div className="btns">
          {draft.quote !== null || key === newKey(on) ? (
            <Button type="button" kind="plain" small onClick={() => goOn(key, draft)}>
              {t("goOn")}
            </Button>
          ) : null}
          <Button type="button" kind="quiet" small onClick={() => void discard(key)}>
            {t("discard")}
          </Button>
        </div>
      )}
    />
  )
}
