import { useTranslations } from "next-intl"
import { type RefObject, useRef } from "react"
import type { CellDraft, MappingStore } from "../live/store"
import { Clashes } from "./clashes"
import type { RowsSetting } from "./grid-row"
import { Unfinished } from "./unfinished"

type Props = {
  box: RefObject<HTMLDivElement | null>
  store: MappingStore
  setting: RowsSetting
  /** Opens the editor of a cell again, with what was written in it. */
  resume: (draft: CellDraft) => void
  /** Whether what is new is scrolled to now, and takes the focus. */
  shows: boolean
  takesFocus: boolean
  /** Nothing is left to choose: the focus that stood here goes elsewhere. */
  none: () => void
}

/** All that waits for somebody: what was not finished, two wordings of a cell, and what was refused. */
export function Unsettled({ box, store, setting, resume, shows, takesFocus, none }: Props) {
  const { rows, areas } = store.table()
  return (
    <div ref={box}>
      <Unfinished
        drafts={store.drafts()}
        {...{ rows, setting, resume, none }}
        discard={store.forget}
      />
      <Clashes
        clashes={store.clashes()}
        refused={store.refused()}
        {...{ rows, areas, setting, shows, takesFocus, none }}
        {...{ settle: store.settle, discard: store.discard }}
        {...{ again: store.again, addAgain: store.addAgain }}
      />
    </div>
  )
}

/** Where that stands, and the way to the first of it. */
export function useUnsettled(say: (text: string) => void) {
  const t = useTranslations("mapping.grid.told")
  const unsettled = useRef<HTMLDivElement>(null)
  const settle = () => {
    const panel = unsettled.current?.querySelector<HTMLElement>("section")
    if (!panel) return say(t("nothingWaits"))
    panel.scrollIntoView({ block: "start" })
    panel.focus({ preventScroll: true })
  }
  return { unsettled, settle }
}
