import type { Extensions } from "@tiptap/core"
import { Dropcursor } from "@tiptap/extensions"
import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import type { MinutesPerson, SectionId } from "@/lib/minutes/model"
import { Highlights } from "../../../../comments/beside/highlights"
import type { MarkedPassages } from "../../../../comments/beside/marked-passages"
import { Carets } from "../../../../live/carets"
import { OwnCaret } from "../../../../live/own-caret"
import { SharedText } from "../../../../live/shared-text"
import { type Filled, readAction } from "./action-words"
import { Blank } from "./blank"
import { type Say, slashCommands } from "./commands"
import { Fill } from "./fill"
import { Find } from "./find"
import { Mention } from "./mention"
import { Offer } from "./offer"
import { Paste } from "./paste/paste"
import { plainNodes } from "./plain-nodes"
import { RecordKeys } from "./record-keys"
import { recordNodes } from "./record-nodes"
import type { RecordType } from "./record-types"
import { Slash } from "./slash"
import { type Leave, Travel } from "./travel"

/** What the comments beside the text give to it: the passages to mark, and what follows from a press. */
export type SectionCommenting = {
  passages: MarkedPassages
  pick: (threadId: string) => void
  begin: () => void
}

/** What the editor of one section needs from the page around it. */
export type SectionSetting = {
  id: SectionId
  /** The part of the shared document that this section is. */
  fragment: Y.XmlFragment
  awareness: Awareness | null
  /** Whom the text may name at this moment: the room fills while it is written. */
  people: () => MinutesPerson[]
  /** Of the meeting, `YYYY-MM-DD`. */
  day: string | null
  isTaken: (blockId: string) => boolean
  leave: Leave
  commenting: SectionCommenting
  announce: (text: string) => void
  say: {
    block: Say
    locale: string
    offer: (type: RecordType) => string
    fill: (found: Filled) => string
    heard: (offer: string) => string
    blocks: string
    people: string
    inText: string
    nothing: string
    write: string
    words: (type: RecordType) => string
  }
}

/** Everything of which the editor of a section is made. The nodes are those of `lib/minutes/model`. */
export function sectionExtensions({
  id,
  fragment,
  awareness,
  people,
  day,
  isTaken,
  leave,
  commenting: { passages, pick, begin },
  announce,
  say,
}: SectionSetting): Extensions {
  return [
    ...plainNodes,
    ...recordNodes,
    RecordKeys.configure({ isTaken }),
    Fill,
    Paste,
    Find,
    Travel.configure({ leave }),
    SharedText.configure({ fragment }),
    OwnCaret.configure({ doc: fragment.doc }),
    Carets.configure({ awareness }),
    Highlights.configure({ fragment: id, passages, pick, comment: begin }),
    Dropcursor.configure({ color: false, class: "drop-line" }),
    Blank.configure({ nothing: say.nothing, write: say.write, words: say.words }),
    Slash.configure({ id: `slash-${id}`, label: say.blocks, commands: slashCommands(say.block) }),
    Mention.configure({
      id: `people-${id}`,
      label: say.people,
      inText: say.inText,
      statement: say.block("statement"),
      people,
    }),
    Offer.configure({
      block: say.offer,
      fill: say.fill,
      read: (words) => readAction(words, people(), day, say.locale),
      announce: (offer) => announce(say.heard(offer)),
    }),
  ]
}
