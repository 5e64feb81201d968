import type { CellField, Way } from "@/lib/mapping/model"
import type { SaveState } from "../../../live/live-state"
import { Confirmed } from "./confirmed"
import { Doing } from "./doing"
import type { CellDraft } from "./kept"
import type { Heard, Line, PersonInCell } from "./line"
import type { CellEdit, Given, MappingStore } from "./mapping-store"
import type { News } from "./news"
import { OnDevice } from "./on-device"
import { type AddedRow, before, cellsIn } from "./ops"
import { Recent } from "./recent"
import type { Said, Walked } from "./said"
import { Sender } from "./sender"
import { Settling } from "./settling"
import { Shown } from "./shown"
import { Standing } from "./standing"
import { Waiting } from "./waiting"

type With = {
  line: Line
  say: (said: Said) => string
  takenBack: string
  refusal: (key: string, values?: Record<string, number>) => string
}

/** Why something was refused that was answered with a status alone. */
const refusals = new Map([
  [408, "mapping.tooSlow"],
  [413, "mapping.tooLarge"],
])

/** The store of one page; see `MappingStore`. */
export class MappingLive implements MappingStore {
  readonly #given: Given
  readonly #with: With
  readonly #base: Confirmed
  readonly #waiting = new Waiting()
  readonly #sender: Sender
  readonly #shown: Shown
  readonly #doing: Doing
  readonly #settling: Settling
  readonly #listeners = new Set<() => void>()
  readonly #page = crypto.randomUUID()
  readonly #standing = new Standing((at) => {
    if (this.#href) this.#with.line.stand(this.#href, this.#page, at)
  })
  readonly #device = new OnDevice(() => this.#draw())
  #version = 0
  readonly #recent: Recent
  #people: PersonInCell[] = []
  #href = ""

  constructor(given: Given, using: With) {
    this.#given = given
    this.#with = using
    this.#base = new Confirmed(given.table, given.mapping.change)
    this.#shown = new Shown(given.me)
    this.#recent = new Recent(given.me, () => this.#draw())
    this.#sender = new Sender(this.#waiting, {
      send: (op) => using.line.send(this.#href, op),
      answers: () => using.line.answers(this.#href),
      refusal: (status) => using.refusal(refusals.get(status) ?? "mapping.unanswered", { status }),
      saved: (op, sent) => {
        this.#base.saved(op, sent, given.me)
        this.#doing.steps.kept(cellsIn(op), sent.cells ?? [])
        const why = op.kind === "returnAll" ? "mapping.retiredByOthers" : "mapping.othersWroteIn"
        if (sent.stayed) this.#waiting.stay(sent.stayed, using.refusal(why))
      },
      clashed: (clashes) => this.#base.clashed(clashes),
      changed: () => this.#put(),
    })
    this.#doing = new Doing({
      ...{ base: this.#base, waiting: this.#waiting, me: given.me, table: this.table },
      ...{ say: using.say, takenBack: using.takenBack, refusal: using.refusal },
      done: () => this.#keep(),
    })
    this.#settling = new Settling({
      ...{ waiting: this.#waiting, doing: this.#doing, table: this.table, clashes: this.clashes },
      ...{ since: () => this.#base.change, bringBack: this.returnRow, done: () => this.#keep() },
    })
  }

  /** Begins to hear at the grid's address and to send; answers with what ends it. */
  start(href: string): () => void {
    this.#href = href
    const { mapping, me } = this.#given
    const leave = this.#device.open(`${mapping.id} ${me.id}`, this.#page, (found) => {
      for (const kept of found) this.#waiting.adopt(kept)
      this.#keep()
    })
    const end = this.#with.line.listen(
      href,
      () => this.#base.change,
      (what) => this.#heard(what),
    )
    this.#standing.start()
    this.#sender.start()
    return () => {
      this.#standing.stop()
      end()
      this.#sender.stop()
      leave()
    }
  }

  version = () => this.#version
  table = () => this.#shown.table(this.#base, this.#waiting.kept)
  clashes = () => this.#shown.clashes(this.#base, this.#waiting.kept)
  here = () => this.#shown.here(this.#people)
  refused = () => this.#waiting.kept.refused
  recent = () => this.#recent.cells
  others = (ear: (news: readonly News[]) => void) => this.#recent.tell(ear)
  state = (): SaveState => this.#sender.state(this.#device.isKept)
  words = () => this.#sender.words()
  via = () => this.#sender.via
  full = () => this.#sender.full
  isKept = () => this.#device.isKept

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  save = (cells: readonly CellEdit[], way: Way = "grid", draft = ""): void => {
    this.#waiting.undraft(draft)
    const step = this.#doing.save(cells, way)
    if (step.length > 0) this.#doing.steps.did({ kind: "cells", cells: step })
  }

  addRow = ({ areaId, after }: { areaId: string; after?: string | null }): string => {
    const rowId = crypto.randomUUID()
    this.#doing.do({ kind: "add", rowId, areaId, ...(after !== undefined && { after }) })
    this.#doing.steps.did({ kind: "add", rowId })
    return rowId
  }

  moveRow = (rowId: string, to: { areaId: string; after: string | null }): void => {
    const areaId = this.#row(rowId)?.cells.area
    if (!areaId) return
    const rows = this.table().rows.filter(({ cells, retired }) => cells.area === areaId && !retired)
    const from = { areaId, after: before(rows, rowId) }
    const since = this.#base.change
    this.#doing.do({ kind: "move", rowId, ...to })
    this.#doing.steps.did({ kind: "move", rowId, from, to, since })
  }

  moveArea = (areaId: string, { after: to }: { after: string | null }): void => {
    const from = before(this.table().areas, areaId)
    this.#doing.do({ kind: "area", areaId, after: to })
    this.#doing.steps.did({ kind: "area", areaId, from, to })
  }

  paste = (block: { cells: readonly CellEdit[]; added: readonly AddedRow[] }): void => {
    const cells = this.#doing.save(block.cells, "paste", { added: block.added })
    const added = block.added.map(({ rowId }) => rowId)
    if (added.length + cells.length > 0) this.#doing.steps.did({ kind: "paste", added, cells })
  }

  retireRow = (rowId: string, reason: string): void => {
    this.#doing.do({ kind: "retire", rowId, reason })
    this.#doing.steps.did({ kind: "retire", rowId, reason })
  }

  returnRow = (rowId: string): void => {
    const reason = this.#row(rowId)?.retired?.reason ?? ""
    this.#doing.do({ kind: "return", rowId })
    this.#doing.steps.did({ kind: "return", rowId, reason, since: this.#base.change })
  }

  undo = (): Walked | null => this.#doing.walk("undone")
  redo = (): Walked | null => this.#doing.walk("redone")

  settle: MappingStore["settle"] = (ids, choice) => this.#settling.settle(ids, choice)
  again: MappingStore["again"] = (ids) => this.#settling.again(ids)
  discard: MappingStore["discard"] = (ids) => this.#settling.discard(ids)
  addAgain: MappingStore["addAgain"] = (ids, areaId) => this.#settling.addAgain(ids, areaId)

  write = (draft: CellDraft): void => {
    const isFirst = this.#waiting.writing !== draft.id
    this.#waiting.draft(draft)
    this.#device.keep(this.#waiting.kept)
    // Nothing else of the page follows from it: it is not drawn anew at every word.
    if (isFirst) this.#draw()
  }

  drafts = () => this.#waiting.unfinished

  forget = (draft: string): void => {
    if (this.#waiting.undraft(draft)) this.#put()
  }

  meet: MappingStore["meet"] = (people) => this.#base.meet(people) && this.#draw()

  enter = (rowId: string, field: CellField): void => this.#standing.at({ rowId, field })
  leave = (): void => this.#standing.at(null)

  readonly #row = (id: string) => this.table().rows.find((row) => row.id === id)

  #heard(what: Heard): void {
    if (what.kind === "changes") this.#recent.note(this.#base.heard(what))
    else if (what.kind === "table") {
      this.#base.replace(what.table, what.change)
      this.#recent.much()
    } else if (what.kind === "here")
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
    this.#device.keep(this.#waiting.kept)
    this.#draw()
  }

  #draw(): void {
    this.#version++
    for (const listener of [...this.#listeners]) listener()
  }
}
