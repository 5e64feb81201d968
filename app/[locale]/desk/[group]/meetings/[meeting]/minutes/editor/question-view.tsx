import type { ReactNodeViewProps } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { LIMITS } from "@/lib/minutes/model"
import { BlockFrame, toNext, toWords } from "./block-frame"
import { useMirrored } from "./use-mirrored"

/** A question; what came of it stands below its words. */
export function QuestionView({
  node,
  selected,
  updateAttributes,
  editor,
  getPos,
}: ReactNodeViewProps) {
  const t = useTranslations("minutes.block")
  const [outcome, setOutcome] = useMirrored(node.attrs.outcome ?? "", (text) =>
    updateAttributes({ outcome: text === "" ? null : text }),
  )
  return (
    <BlockFrame
      type="question"
      selected={selected}
      fill={
        <label className="slot-line grow">
          <span>{t("outcome")}</span>
          <input
            className="slot"
            data-field
            value={outcome}
            maxLength={LIMITS.outcome}
            onChange={(event) => setOutcome(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") toWords(editor, getPos())
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return
              event.preventDefault()
              toNext(editor, getPos())
            }}
          />
        </label>
      }
    />
  )
}
