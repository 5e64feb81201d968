import { Collaboration } from "@tiptap/extension-collaboration"
import { initProseMirrorDoc } from "@tiptap/y-tiptap"

/**
 * The shared text of a section. The editor is made with it, instead of with a line of its own that is
 * replaced at once: the caret of that line would have no place in a section without a line.
 */
export const SharedText = Collaboration.extend({
  onBeforeCreate(event) {
    this.parent?.(event)
    const { fragment } = this.options
    if (fragment)
      this.editor.options.content = initProseMirrorDoc(fragment, this.editor.schema).doc.toJSON()
  },
  addProseMirrorPlugins() {
    const { fragment } = this.options
    const { doc, schema } = this.editor.state
    const now = fragment ? initProseMirrorDoc(fragment, schema) : null
    // Where something else stands in the editor, the plugin draws the shared text in its place.
    if (now?.doc.eq(doc))
      this.options.ySyncOptions = { ...this.options.ySyncOptions, mapping: now.mapping }
    return this.parent?.() ?? []
  },
})
