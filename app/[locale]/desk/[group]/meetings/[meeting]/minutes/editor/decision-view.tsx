import type { ReactNodeViewProps } from "@tiptap/react"
import { BlockFrame } from "./block-frame"

export function DecisionView({ selected }: ReactNodeViewProps) {
  return <BlockFrame type="decision" selected={selected} />
}
