import { toggleMark } from "@tiptap/pm/commands"
import { keymap } from "@tiptap/pm/keymap"
import type { Node } from "@tiptap/pm/model"
import { EditorState, type Transaction } from "@tiptap/pm/state"
import { EditorView, type NodeView } from "@tiptap/pm/view"
import { caretBeforeKeys } from "../../../../live/own-caret"
import { fromOutside, inward, outward } from "./footnote-sync"

type Setting = {
  say: { label: string; open: string }
  outer: EditorView
  getPos: () => number | undefined
  undo: () => boolean
  redo: () => boolean
  /** The caret goes back into the text, behind the mark. */
  leave: () => void
}

/**
 * A mark in the text, and below it, while it is picked, a small editor for the words of the note. What
 * is written there becomes a change of the text around it, and the other way round.
 */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement
  #node: Node
  #inner: EditorView | null = null
  readonly #mark: HTMLButtonElement
  readonly #set: Setting

  constructor(node: Node, setting: Setting) {
    this.#node = node
    this.#set = setting
    this.dom = document.createElement("span")
    this.dom.className = "note"
    this.#mark = document.createElement("button")
    this.#mark.type = "button"
    this.#mark.className = "note-mark"
    this.#mark.tabIndex = -1
    this.#mark.setAttribute("aria-label", setting.say.open)
    this.#mark.addEventListener("click", () => this.#open(true))
    this.dom.addEventListener("open-note", () => this.#open(true))
    this.dom.append(this.#mark)
  }

  selectNode(): void {
    this.dom.classList.add("picked")
    // A note that has no word yet waits to be written.
    this.#open(this.#node.content.size === 0)
  }

  deselectNode(): void {
    this.dom.classList.remove("picked")
    this.#close()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    if (this.#inner) this.#takeOver(this.#inner, node)
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.dom.contains(event.target)
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#close()
  }

  #open(focus: boolean): void {
    if (!this.#inner) {
      const box = document.createElement("span")
      box.className = "note-box"
      this.dom.append(box)
      const { leave, undo, redo } = this.#set
      const done = () => {
        leave()
        return true
      }
      const { bold, italic } = this.#node.type.schema.marks
      this.#inner = new EditorView(box, {
        state: EditorState.create({
          doc: this.#node,
          plugins: [
            caretBeforeKeys(),
            keymap({
              Escape: done,
              Enter: done,
              "Mod-z": undo,
              "Mod-Shift-z": redo,
              "Mod-y": redo,
              ...(bold && { "Mod-b": toggleMark(bold) }),
              ...(italic && { "Mod-i": toggleMark(italic) }),
            }),
          ],
        }),
        attributes: {
          role: "textbox",
          "aria-label": this.#set.say.label,
          class: "note-words",
        },
        dispatchTransaction: (tr) => this.#send(tr),
      })
    }
    if (focus) {
      const inner = this.#inner
      // The text around it takes the focus back when it draws its selection.
      requestAnimationFrame(() => {
        if (!inner.isDestroyed) inner.focus()
      })
    }
  }

  #close(): void {
    this.#inner?.destroy()
    this.#inner = null
    this.dom.querySelector(".note-box")?.remove()
  }

  #send(tr: Transaction): void {
    const inner = this.#inner
    const pos = this.#set.getPos()
    if (!inner || pos === undefined) return
    const { state, transactions } = inner.state.applyTransaction(tr)
    inner.updateState(state)
    if (tr.getMeta(fromOutside)) return
    const { outer } = this.#set
    const change = outward(outer.state, pos, transactions)
    if (change) outer.dispatch(change)
  }

  /** Brings the inner editor to what the text around it says now, by the smallest change. */
  #takeOver(inner: EditorView, node: Node): void {
    const change = inward(inner.state, node)
    if (change) inner.dispatch(change)
  }
}
