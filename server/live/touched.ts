import * as Y from "yjs"
import { canonical } from "@/lib/minutes/canonical"
import { readDocument } from "@/lib/minutes/live/read-document"
import { isRecordBlock, type SectionDoc, type SectionId } from "@/lib/minutes/model"
import { isFromLog } from "./origins"

const records = new Set(["statement", "decision", "action", "question"])

/** What every shared type has, whatever its kind. */
type Shared = { _item: Y.Item | null }

/** Sections whose blocks of the record may have changed since their rows were written. */
export class Touched {
  readonly #doc: Y.Doc
  #sections = new Set<SectionId>()
  /** The blocks of each section as their rows were last written, as far as this server knows. */
  #written = new Map<SectionId, string>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    for (const [id, section] of Object.entries(readDocument(doc).sections))
      this.#written.set(id, blocksOf(section))
    doc.on("beforeObserverCalls", ({ changed, origin }: Y.Transaction) => {
      for (const type of changed.keys()) this.#note(type)
      // Another server wrote rows of its own, also where nothing changes here: what it took out of its
      // text may have been moved here at that moment, and stands.
      if (isFromLog(origin)) this.#written = new Map()
    })
  }

  /** The sections whose rows have to be written, as they stand; asked for again after `failed`. */
  take(): { sections: Record<SectionId, SectionDoc>; kept: () => void; failed: () => void } {
    const names = this.#sections
    this.#sections = new Set()
    // A change here may give a block elsewhere, which had the same id, another one: all are compared.
    const read = names.size > 0 ? Object.entries(readDocument(this.#doc).sections) : []
    const sections = Object.fromEntries(
      read.filter(([id, section]) => this.#written.get(id) !== blocksOf(section)),
    )
    const written = this.#written
    return {
      sections,
      // Nothing is noted in the place of what was forgotten meanwhile.
      kept: () => {
        for (const [id, section] of Object.entries(sections)) written.set(id, blocksOf(section))
      },
      failed: () => {
        for (const id of names) this.#sections.add(id)
      },
    }
  }

  /** Notes in which section a change of `type` may change blocks of the record; none where it is words alone. */
  #note(type: Shared): void {
    let inner = type
    let below: Shared | null = null
    while (inner._item) {
      below = inner
      inner = inner._item.parent as Shared
    }
    const isWords = below instanceof Y.XmlElement && !records.has(below.nodeName)
    if (!isWords) this.#sections.add(Y.findRootTypeKey(inner as Y.XmlFragment))
  }
}

const blocksOf = ({ content }: SectionDoc) => canonical(content.filter(isRecordBlock))
