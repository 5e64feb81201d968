import { DeviceCells } from "./device-cells"
import type { Kept } from "./kept"

/** What waits of one page, kept on its device for as long as the page is open. */
export class OnDevice {
  #cells: DeviceCells | null = null
  /** Whether the device has what waits for good. */
  isKept = false

  constructor(private readonly changed: () => void) {}

  /** Begins to keep; `found` is given what closed pages left behind. Answers with what ends it. */
  open(table: string, page: string, found: (left: Kept[]) => void): () => void {
    let isOver = false
    DeviceCells.open(table, page).then(
      (opened) => {
        if (isOver) return opened.cells.close()
        this.#cells = opened.cells
        found(opened.found)
      },
      () => this.changed(),
    )
    return () => {
      isOver = true
      this.#cells?.close()
      this.#cells = null
    }
  }

  keep(kept: Kept): void {
    this.#cells?.keep(kept).then(
      () => this.#is(true),
      () => this.#is(false),
    )
  }

  #is(isKept: boolean): void {
    if (this.isKept === isKept) return
    this.isKept = isKept
    this.changed()
  }
}
