import { type Editor, NodeViewContent, NodeViewWrapper } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { type ReactNode, useId } from "react"
import { focusText } from "../../../../live/focus-text"
import { leaveBlock } from "./record-commands"
import type { RecordType } from "./record-types"
import { useWriting } from "./writing-context"

const looks: Record<RecordType, { frame: string; mark: string }> = {
  statement: { frame: "sta", mark: "s" },
  decision: { frame: "dec", mark: "d" },
  action: { frame: "act", mark: "a" },
  question: { frame: "que", mark: "q" },
}

/** The mark of a kind of block, as it stands in the record. */
export function BlockMark({ type }: { type: RecordType }) {
  return <i className={`mk ${looks[type].mark}`} aria-hidden="true" />
}

/** A block in the text: its name and mark above, its words, its fields before or after them. */
export function BlockFrame({
  type,
  selected,
  head,
  fill,
}: {
  type: RecordType
  selected: boolean
  head?: ReactNode
  fill?: ReactNode
}) {
  const t = useTranslations("minutes.block")
  const id = useId()
  const { number } = useWriting()
  return (
    <NodeViewWrapper
      className={`b ${looks[type].frame}${selected ? " picked" : ""}`}
      role="group"
      aria-labelledby={id}
    >
      <div className="tab" contentEditable={false}>
        <BlockMark type={type} />
        <span className="kind" id={id} data-of={number === null ? "" : `${number}/`}>
          {t(type)}
        </span>
        {head}
      </div>
      <NodeViewContent className="said" />
      {fill ? (
        <div className="fill" contentEditable={false}>
          {fill}
        </div>
      ) : null}
    </NodeViewWrapper>
  )
}

/** Takes the caret into the words of a block that begins at `pos`. */
export function toWords(editor: Editor, pos: number | undefined) {
  if (pos === undefined) return
  focusText(editor, pos + 1)
}

/** Writes on in a new paragraph behind the block that begins at `pos`. */
export function toNext(editor: Editor, pos: number | undefined) {
  if (pos === undefined) return
  toWords(editor, pos)
  leaveBlock(editor)
}
