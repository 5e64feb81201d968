import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { passageKey, type ThreadsView, textIdOf } from "@/lib/comments/model"
import { FileForm } from "../file-form"
import type { Filed } from "../filed"
import { useHand } from "../threads-context"
import type { Asked } from "./use-commenting"

const base64 = (bytes: Uint8Array | null) =>
  bytes === null ? "" : btoa(String.fromCharCode(...bytes))

/** The form that begins a thread on the passage that is selected. */
export function PassageForm({
  asked: { fragment, anchor },
  view: { submission, drafts, consultations },
  filed,
  drop,
}: {
  asked: Extract<Asked, { kind: "passage" }>
  view: ThreadsView
  filed: (comment: Filed) => void
  drop: () => void
}) {
  const t = useTranslations("comments.form")
  const { on, open } = useHand()
  const { quote, before, after, start, end } = anchor
  const draftKey = passageKey(on, fragment, anchor)
  return (
    <section className="thread new-passage" aria-label={t("onPassage")}>
      <blockquote className="passage" dir="auto">
        <mark>{quote}</mark>
      </blockquote>
      <FileForm
        id="passage"
        action={open}
        hidden={{
          ...{ "on.kind": on.kind, "on.id": textIdOf(on), at: `passage:${fragment}` },
          ...{ quote, before, after, start: base64(start), end: base64(end) },
        }}
        submission={submission}
        draftKey={draftKey}
        draft={drafts[draftKey]}
        consultations={consultations}
        label={t("yourComment")}
        send={t("send")}
        proposes
        filed={filed}
      />
      <Button type="button" kind="quiet" small onClick={drop}>
        {t("drop")}
      </Button>
    </section>
  )
}
