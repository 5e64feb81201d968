import { mergeAttributes, Node } from "@tiptap/core"
import { LIMITS } from "@/lib/minutes/model"

/** A person named in running text. Without a known person it is plain text, never half a mention. */
export const MentionNode = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    personId: { default: null, rendered: false },
    label: { default: "", rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span[data-person]",
      getAttrs: (element) => {
        const personId = element.getAttribute("data-person") ?? ""
        const label = element.textContent?.trim().slice(0, LIMITS.name) ?? ""
        return /^[0-9a-f-]{36}$/.test(personId) && label !== "" ? { personId, label } : false
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes({ class: "mention", "data-person": node.attrs.personId }, HTMLAttributes),
    node.attrs.label,
  ],
  renderText: ({ node }) => node.attrs.label,
})
