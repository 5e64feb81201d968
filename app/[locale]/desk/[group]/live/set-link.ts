import type { Editor } from "@tiptap/core"
import { focusText } from "./focus-text"

/** Puts a link on what is selected; without a selection `words` are put there, and lead to it. */
export function setLink(editor: Editor, href: string, words: string): void {
  focusText(editor)
  const chain = editor.chain().extendMarkRange("link")
  if (editor.state.selection.empty && !editor.isActive("link")) {
    chain
      .insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] })
      .run()
  } else chain.setLink({ href }).run()
}

/** Takes the link off the words around the caret. */
export function removeLink(editor: Editor): void {
  focusText(editor)
  editor.chain().extendMarkRange("link").unsetLink().run()
}
