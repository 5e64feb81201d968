import { bothOf } from "@/lib/mapping/cells/both-of"
import type { CellField, Way } from "@/lib/mapping/model"
import type { SaveState } from "../../../live/live-state"
import { sameCell, tidyCell } from "./cell-words"
import { Confirmed } from "./confirmed"
import { DeviceCells } from "./device-cells"
import type { Heard, Line, PersonInCell } from "./line"
import type { CellEdit, Choice, Given, MappingStore } from "./mapping-store"
import type { Op } from "./ops"
import { Recent } from "./recent"
import { Sender } from "./sender"
import { type Said, Shown } from "./shown"
import { Standing } from "./standing"
import { type StepCell, Steps } from "./steps"
import { Waiting } from "./waiting"

type With = {
  line: Line
  say: (said: Said) => string
  takenBack: string
  refusal: (key: string) => string
}
type New<One> = One extends Op ? Omit<One, "id"> : never

/** The store of one page; see `MappingStore`. */
export class MappingLive implements MappingStore {
  readonly #given: Given
  readonly #with: With
  readonly #base: Confirmed
  readonly #waiting = new Waiting()
  readonly #sender: Sender
  readonly #shown: Shown
  readonly #steps = new Steps()
  readonly #listeners = new Set<() => void>()
  readonly #page = crypto.randomUUID()
  readonly #standing = new Standing((at) => {
    if (this.#href) this.#with.line.stand(this.#href, this.#page, at)
  })
  #device: DeviceCells | null = null
  #isKept = false
  #version = 0
  readonly #recent = new Recent(() => this.#draw())
  #people: PersonInCell[] = []
  #href = ""

  constructor(given: Given, using: With) {
    this.#given = given
    this.#with = using
    this.#base = new Confirmed(given.table, given.mapping.change)
    this.#shown = new Shown(given.me)
    this.#sender = new Sender(this.#waiting, {
      send: (op) => using.line.send(this.#href, op),
      saved: (op, sent) => this.#base.saved(op, sent),
      clashed: (clashes) => this.#base.clashed(clashes),
      changed: () => this.#put(),
    })
  }

  /** Begins to hear at the grid's address and to send; answers with what ends it. */
  start(href: string): () => void {
    this.#href = href
    let isOver = false
    const { mapping, me } = this.#given
    DeviceCells.open(`${mapping.id} ${me.id}`, this.#page).then(
      ({ cells, found }) => {
        if (isOver) return cells.close()
        this.#device = cells
        for (const kept of found) this.#waiting.adopt(kept)
        this.#keep()
      },
      () => this.#draw(),
    )
    const end = this.#with.line.listen(
      href,
      () => this.#base.change,
      (what) => this.#heard(what),
    )
    this.#standing.start()
    this.#sender.start()
    return () => {
      isOver = true
      this.#standing.stop()
      end()
      this.#sender.stop()
      this.#device?.close()
      this.#device = null
    }
  }

  version = () => this.#version
  table = () => this.#shown.table(this.#base, this.#waiting.kept)
  clashes = () => this.#shown.clashes(this.#base, this.#waiting.kept)
  here = () => this.#shown.here(this.#people)
  refused = () => this.#waiting.kept.refused
  recent = () => this.#recent.cells
  state = (): SaveState => this.#sender.state(this.#isKept)
  words = () => this.#sender.words()
  isKept = () => this.#isKept

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  save = (cells: readonly CellEdit[], way: Way = "grid"): void => {
    const step = this.#save(cells, way)
    if (step.length > 0) this.#steps.did({ kind: "cells", cells: step })
  }

  addRow = ({ areaId, after }: { areaId: string; after?: string | null }): string => {
    const rowId = crypto.randomUUID()
    this.#do({ kind: "add", rowId, areaId, ...(after !== undefined && { after }) })
    this.#steps.did({ kind: "add", rowId })
    return rowId
  }

  moveRow = (rowId: string, to: { areaId: string; after: string | null }): void => {
    const areaId = this.#row(rowId)?.cells.area
    if (!areaId) return
    const rows = this.table().rows.filter(({ cells, retired }) => cells.area === areaId && !retired)
    const before = rows[rows.findIndex(({ id }) => id === rowId) - 1]
    this.#do({ kind: "move", rowId, ...to })
    this.#steps.did({ kind: "move", rowId, from: { areaId, after: before?.id ?? null }, to })
  }

  retireRow = (rowId: string, reason: string): void => {
    this.#do({ kind: "retire", rowId, reason })
    this.#steps.did({ kind: "retire", rowId, reason })
  }

  returnRow = (rowId: string): void => {
    const reason = this.#row(rowId)?.retired?.reason ?? ""
    this.#do({ kind: "return", rowId })
    this.#steps.did({ kind: "return", rowId, reason })
  }

  undo = (): string | null => this.#walk("undone")
  redo = (): string | null => this.#walk("redone")

  settle = (rowId: string, field: CellField, choice: Choice): void => {
    const clash = this.clashes().find((one) => one.rowId === rowId && one.field === field)
    if (!clash) return
    const { value: theirs, mine, revision: base } = clash
    const value = choice === "both" ? bothOf(field, theirs, mine) : mine
    if (choice === "both" && value === null) return
    this.#waiting.settle(rowId, field)
    if (choice !== "theirs") this.save([{ rowId, field, value, base }])
    this.#keep()
  }

  discard = (id: string): void => {
    this.#waiting.discard(id)
    this.#keep()
  }

  enter = (rowId: string, field: CellField): void => this.#standing.at({ rowId, field })
  leave = (): void => this.#standing.at(null)

  #save(cells: readonly CellEdit[], way: Way): StepCell[] {
    const rows = new Map(this.table().rows.map((row) => [row.id, row]))
    const tidied = cells.map((cell) => ({ ...cell, ...tidyCell(cell.field, cell.value) }))
    const refused = tidied.find((cell) => "refused" in cell)
    if (refused) {
      this.#waiting.refuse(cells, this.#with.refusal(refused.refused))
      this.#put()
      return []
    }
    const changed = tidied.flatMap(({ rowId, field, value, base }) => {
      const row = rows.get(rowId)
      if (!row) return []
      const before = row.cells[field]
      const seen = base ?? row.revisions[field] ?? 0
      const isAsShown = sameCell(field, before, value) && seen >= (row.revisions[field] ?? 0)
      return isAsShown ? [] : { rowId, field, base: seen, value, before, after: value }
    })
    const pending = changed.map(({ before: _, after: __, ...cell }) => cell)
    if (pending.length > 0) this.#waiting.save(crypto.randomUUID(), pending, way)
    this.#keep()
    return changed.map(({ rowId, field, before, after }) => ({ rowId, field, before, after }))
  }

  #do(op: New<Op>): void {
    this.#waiting.add({ id: crypto.randomUUID(), ...op } as Op)
    this.#keep()
  }

  #walk(what: Said["what"]): string | null {
    const { takenBack, say } = this.#with
    const taken =
      what === "undone"
        ? this.#steps.back(this.#row, takenBack)
        : this.#steps.again(this.#row, takenBack)
    if (!taken) return null
    if (taken.kind === "cells") {
      const [first] = taken.cells
      this.#save(taken.cells, "undo")
      const number = first ? (this.#row(first.rowId)?.number ?? 0) : 0
      return say({ what, number, cells: taken.cells.length, name: first?.field ?? null })
    }
    this.#do(taken)
    return say({ what, number: this.#row(taken.rowId)?.number ?? 0, cells: 0, name: null })
  }

  readonly #row = (id: string) => this.table().rows.find((row) => row.id === id)

  #heard(what: Heard): void {
    if (what.kind === "changes") {
      const cells = this.#base.heard(what)
      this.#recent.note(cells.filter(({ author }) => author?.id !== this.#given.me.id))
    } else if (what.kind === "table") this.#base.replace(what.table, what.change)
    else if (what.kind === "here")
      this.#people = what.people.filter(({ personId }) => personId !== this.#given.me.id)
    else {
      this.#sender.heard(what)
      if (what.kind !== "up") this.#people = []
      else this.#standing.again()
    }
    this.#draw()
  }

  /** Something was done here: it is kept, sent and shown. */
  #keep(): void {
    this.#sender.hurry()
    this.#put()
  }

  /** What waits may have changed: the device keeps it, and the page is drawn anew. */
  #put(): void {
    const kept = this.#waiting.kept
    const draw = (isKept: boolean) => {
      if (this.#isKept === isKept) return
      this.#isKept = isKept
      this.#draw()
    }
    this.#device?.keep(kept).then(
      () => draw(true),
      () => draw(false),
    )
    this.#draw()
  }

  #draw(): void {
    this.#version++
    for (const listener of [...this.#listeners]) listener()
  }
}
