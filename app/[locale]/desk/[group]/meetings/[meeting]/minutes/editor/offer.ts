import { Extension } from "@tiptap/core"
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view"
import type { Filled } from "./action-words"
import { followPlace } from "./follow-place"
import { type Offered, offerIn } from "./offer-in"
import { setRecord } from "./record-commands"
import type { RecordType } from "./record-types"

type Options = {
  block: (type: RecordType) => string
  fill: (found: Filled) => string
  read: (words: string) => Filled
  announce: (text: string) => void
}
/** Where somebody said no. */
type Declined = number | null
const key = new PluginKey<Declined>("offer")

/** The last answer again while the words are the same: it is asked for several times a letter. */
function remembering(read: (words: string) => Filled): (words: string) => Filled {
  let last: { words: string; found: Filled } | null = null
  return (words) => {
    if (last?.words !== words) last = { words, found: read(words) }
    return last.found
  }
}

function takeFill({ state, dispatch }: EditorView, at: number, { owners, due }: Filled) {
  const tr = state.tr
  if (owners.length > 0) tr.setNodeAttribute(at, "owners", owners)
  if (due !== null) tr.setNodeAttribute(at, "due", due)
  dispatch(tr)
}

function button(label: string, take: () => void) {
  return () => {
    const dom = document.createElement("span")
    dom.className = "offer-at"
    dom.contentEditable = "false"
    const box = dom.appendChild(document.createElement("span"))
    box.className = "offer"
    box.append(label, " ")
    const keyName = box.appendChild(document.createElement("span"))
    keyName.className = "kbd"
    keyName.textContent = "Tab"
    box.addEventListener("mousedown", (event) => {
      event.preventDefault()
      take()
    })
    return dom
  }
}

/**
 * A line that opens with ACTION:, AGREED: or RESOLVED: is offered its block; an action that names its
 * owners and its day in words is offered to have them in its fields. Tab takes it, Esc does not.
 */
export const Offer = Extension.create<Options>({
  name: "offer",
  priority: 600,
  addOptions: () => ({
    block: String,
    fill: () => "",
    read: () => ({ owners: [], due: null }),
    announce: () => {},
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    const { block, fill, announce } = this.options
    const read = remembering(this.options.read)
    let announced: string | null = null
    const labelOf = (offer: Offered) =>
      offer.kind === "block" ? block(offer.type) : fill(offer.found)
    const open = (state: EditorState) => {
      const offer = offerIn(state, read)
      return offer && key.getState(state) !== offer.at ? offer : null
    }
    const take = () => {
      const offer = open(editor.state)
      if (!offer) return false
      if (offer.kind === "fill") {
        takeFill(editor.view, offer.at, offer.found)
        return true
      }
      editor.view.dispatch(editor.state.tr.delete(offer.from, offer.to))
      return setRecord(editor, offer.type)
    }
    return [
      new Plugin<Declined>({
        key,
        state: {
          init: () => null,
          apply: (tr, before) =>
            tr.getMeta(key) ?? (before === null ? null : followPlace(tr, before)),
        },
        props: {
          decorations(state) {
            const offer = open(state)
            if (!offer) return null
            const label = labelOf(offer)
            return DecorationSet.create(state.doc, [
              Decoration.widget(offer.end, button(label, take), { side: 1, key: `offer-${label}` }),
            ])
          },
          handleKeyDown(view, event) {
            if (event.key === "Tab" && !event.shiftKey) return take()
            const offer = event.key === "Escape" ? open(view.state) : null
            if (!offer) return false
            view.dispatch(view.state.tr.setMeta(key, offer.at))
            return true
          },
        },
        view: () => ({
          update({ state }) {
            const offer = open(state)
            const label = offer && labelOf(offer)
            if (label !== null && announced !== label) announce(label)
            announced = label
          },
        }),
      }),
    ]
  },
})
