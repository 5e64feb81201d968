import type { Editor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { Icon, type IconName } from "@/app/ui/icons"
import type { Tool } from "./tool-row"

/** What the tools of every text show of the place at the caret. */
export function textState(editor: Editor) {
  return {
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    link: editor.isActive("link"),
    list: editor.isActive("bulletList"),
    numbered: editor.isActive("orderedList"),
    quote: editor.isActive("blockquote"),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}
type State = ReturnType<typeof textState> | null | undefined

type Given = { onLink: () => void; onComment: () => void; find: [boolean, () => void] }

/** The tools that every text has: emphasis, link and blocks; commenting; undoing; looking for words. */
export function useTextTools(state: State, { onLink, onComment, find }: Given) {
  const t = useTranslations("minutes.tools")
  type Named = "link" | "list" | "numbered" | "quote" | "undo" | "redo"
  const named = (key: Named, icon: IconName, run: Tool["run"], more: Partial<Tool>): Tool => ({
    ...{ key, run, ...more },
    label: t(key),
    shown: <Icon name={icon} />,
  })
  const marks: Tool[] = [
    {
      key: "bold",
      label: t("bold"),
      shown: <b>{t("boldLetter")}</b>,
      pressed: state?.bold,
      run: (target) => target.commands.toggleBold(),
    },
    {
      key: "italic",
      label: t("italic"),
      shown: <i>{t("italicLetter")}</i>,
      pressed: state?.italic,
      run: (target) => target.commands.toggleItalic(),
    },
    named("link", "link", onLink, { pressed: state?.link }),
  ]
  const blocks: Tool[] = [
    named("list", "list", (target) => target.commands.toggleBulletList(), {
      pressed: state?.list,
    }),
    named("numbered", "numbered", (target) => target.commands.toggleOrderedList(), {
      pressed: state?.numbered,
    }),
    named("quote", "quote", (target) => target.commands.toggleBlockquote(), {
      pressed: state?.quote,
    }),
  ]
  const [isFinding, toggleFind] = find
  const rest: (Tool | null)[] = [
    {
      key: "comment",
      label: t("comment"),
      shown: <Icon name="comment" />,
      everywhere: onComment,
      run: () => {},
    },
    null,
    named("undo", "undo", (target) => target.commands.undo(), { off: !state?.undo }),
    named("redo", "redo", (target) => target.commands.redo(), { off: !state?.redo }),
    null,
    {
      key: "find",
      label: t("find"),
      shown: <Icon name="search" />,
      pressed: isFinding,
      everywhere: toggleFind,
      run: () => {},
    },
  ]
  return { marks, blocks, rest }
}
