import { Extension } from "@tiptap/core"
import { yCursorPlugin } from "@tiptap/y-tiptap"
import type { Awareness } from "y-protocols/awareness"
import { type Person, tintIn } from "./people-here"

/** For how long a caret shows its name after it moved, in milliseconds. */
const flagFor = 2_000

type User = Partial<Person>

function caretOf({ name = "" }: User, client: number, tint: string): HTMLElement {
  const caret = document.createElement("span")
  caret.className = `caret ${tint} moved`
  caret.dataset.client = String(client)
  const flag = document.createElement("b")
  flag.textContent = name
  caret.append(flag)
  // Where it stands is known once the editor has put it there.
  requestAnimationFrame(() => caret.classList.toggle("back", runsOver(flag)))
  setTimeout(() => caret.classList.remove("moved"), flagFor)
  return caret
}

/** Whether the name beside a caret leaves the text at a side, as it does at the end of a line on a phone. */
function runsOver(flag: HTMLElement): boolean {
  const text = flag.closest("[role=textbox]")?.getBoundingClientRect()
  const { left, right } = flag.getBoundingClientRect()
  return text !== undefined && (left < text.left - 2 || right > text.right)
}

/** Where the others write and what they have selected, each in a colour, with a name. */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: "carets",
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: User, client: number) =>
          caretOf(user, client, tintIn(awareness, user.id ?? "")),
        selectionBuilder: ({ id = "" }: User) => ({
          class: `selected ${tintIn(awareness, id)}`,
        }),
      }),
    ]
  },
})
