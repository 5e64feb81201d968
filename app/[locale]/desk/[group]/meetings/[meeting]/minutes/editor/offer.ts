import { Extension } from "@tiptap/core"
import type { EditorState } from "@tiptap/pm/state"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { setRecord } from "./record-commands"
import type { RecordType } from "./record-types"

/** Words that open a line in minutes everywhere, and the block that they mean. English and French. */
const openers: [RegExp, RecordType][] = [
  [/^(AGREED|RESOLVED|DECIDED|DECISION|DÉCISION|CONVENU|RÉSOLU|DÉCIDÉ)\s*:\s*/, "decision"],
  [/^(ACTION|TODO|À FAIRE)\s*:\s*/, "action"],
  [/^QUESTION\s*:\s*/, "question"],
]

export type Offered = { type: RecordType; from: number; to: number; end: number }

/** What the line of the caret could become, or null. Only plain paragraphs at the top are asked. */
export function offerIn(state: EditorState): Offered | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== "paragraph") return null
  const text = $from.parent.textBetween(0, $from.parent.content.size, "", "\ufffc")
  for (const [opener, type] of openers) {
    const [found] = opener.exec(text) ?? []
    if (found !== undefined) {
      return { type, from: $from.start(), to: $from.start() + found.length, end: $from.end() }
    }
  }
  return null
}

type Options = { labels: Record<RecordType, string>; announce: (text: string) => void }
const key = new PluginKey<{ declined: string | null }>("offer")

/** A line that opens with ACTION:, AGREED: or RESOLVED: is offered its block; Tab takes it, Esc does not. */
export const Offer = Extension.create<Options>({
  name: "offer",
  priority: 600,
  addOptions: () => ({
    labels: { statement: "", decision: "", action: "", question: "" },
    announce: () => {},
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    const { labels, announce } = this.options
    let announced: number | null = null
    const open = (state: EditorState) => {
      const offer = offerIn(state)
      const declined = key.getState(state)?.declined
      return offer && declined !== String(offer.from) ? offer : null
    }
    const take = () => {
      const offer = open(editor.state)
      if (!offer) return false
      editor.view.dispatch(editor.state.tr.delete(offer.from, offer.to))
      return setRecord(editor, offer.type)
    }
    const button = (offer: Offered) => () => {
      const dom = document.createElement("span")
      dom.className = "offer-at"
      dom.contentEditable = "false"
      const box = dom.appendChild(document.createElement("span"))
      box.className = "offer"
      box.append(labels[offer.type], " ")
      const keyName = box.appendChild(document.createElement("span"))
      keyName.className = "kbd"
      keyName.textContent = "Tab"
      box.addEventListener("mousedown", (event) => {
        event.preventDefault()
        take()
      })
      return dom
    }
    return [
      new Plugin<{ declined: string | null }>({
        key,
        state: {
          init: () => ({ declined: null }),
          apply: (tr, before) => tr.getMeta(key) ?? before,
        },
        props: {
          decorations(state) {
            const offer = open(state)
            if (!offer) return null
            return DecorationSet.create(state.doc, [
              Decoration.widget(offer.end, button(offer), { side: 1, key: `offer-${offer.type}` }),
            ])
          },
          handleKeyDown(view, event) {
            if (event.key === "Tab" && !event.shiftKey) return take()
            const offer = event.key === "Escape" ? open(view.state) : null
            if (!offer) return false
            view.dispatch(view.state.tr.setMeta(key, { declined: String(offer.from) }))
            return true
          },
        },
        view: () => ({
          update({ state }) {
            const offer = open(state)
            if (offer && announced !== offer.from) announce(labels[offer.type])
            announced = offer?.from ?? null
          },
        }),
      }),
    ]
  },
})
