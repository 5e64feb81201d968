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
  setTimeout(() => caret.classList.remove("moved"), flagFor)
  return caret
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
