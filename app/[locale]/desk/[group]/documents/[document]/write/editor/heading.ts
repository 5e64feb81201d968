import { Node, textblockTypeInputRule } from "@tiptap/core"
import { headingIds } from "./heading-ids"

const levels = [1, 2, 3, 4, 5, 6]
/** Those that the keys and the tools give; deeper ones come with what is brought in. */
export const usualLevels = [1, 2, 3] as const

/**
 * A heading. `id` is kept when the text is stored, so that comments and links find the section; a new
 * heading, and a copy, gets one of its own at once, or when the text is read.
 */
export const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({
    level: { default: 1, rendered: false },
    id: { default: null, rendered: false, parseHTML: () => null, keepOnSplit: false },
  }),
  parseHTML: () => levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  // On the page stands the title of the document above all of them.
  renderHTML: ({ node }) => [`h${Math.min(6, Number(node.attrs.level) + 1)}`, 0],
  addKeyboardShortcuts() {
    const set = (level: number) => () =>
      this.editor.commands.toggleNode("heading", "paragraph", { level })
    return {
      ...Object.fromEntries(usualLevels.map((level) => [`Mod-Alt-${level}`, set(level)])),
      "Mod-Alt-0": () => this.editor.commands.setNode("paragraph"),
    }
  },
  addProseMirrorPlugins: () => [headingIds()],
  addInputRules() {
    return usualLevels.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{${level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    )
  },
})
