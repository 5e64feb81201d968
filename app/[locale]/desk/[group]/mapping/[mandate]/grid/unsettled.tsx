import type { CellDraft, MappingStore } from "../live/store"
import { Clashes } from "./clashes"
import type { RowsSetting } from "./grid-row"
import { Unfinished } from "./unfinished"

type Props = {
  store: MappingStore
  setting: RowsSetting
  /** Opens the editor of a cell again, with what was written in it. */
  resume: (draft: CellDraft) => void
  /** Whether what is new is scrolled to and takes the focus: where it would be out of sight. */
  shows: boolean
  /** Nothing is left to choose: the focus that stood here goes elsewhere. */
  none: () => void
}

/** All that waits for somebody: what was not finished, two wordings of a cell, and what was refused. */
export function Unsettled({ store, setting, resume, shows, none }: Props) {
  const { rows, areas } = store.table()
  return (
    <>
      <Unfinished
        drafts={store.drafts()}
        {...{ rows, setting, resume, none }}
        discard={store.forget}
      />
      <Clashes
        clashes={store.clashes()}
        refused={store.refused()}
        {...{ rows, areas, setting, shows, none }}
        {...{ settle: store.settle, discard: store.discard }}
        {...{ again: store.again, addAgain: store.addAgain }}
      />
    </>
  )
}
