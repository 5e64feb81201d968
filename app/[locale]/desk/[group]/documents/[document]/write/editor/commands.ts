import type { Editor } from "@tiptap/core"
import type { Command } from "../../../../meetings/[meeting]/minutes/editor/slash"
import { usualLevels } from "./heading"
import { insertTable } from "./table-commands"

/** The words of the catalogue that the menus need. */
export type Say = (
  key: "heading1" | "heading2" | "heading3" | "list" | "numbered" | "quote" | "table" | "footnote",
) => string

/** A table of three columns without words. */
export function addTable({ state, view }: Editor): void {
  insertTable(["", "", ""])(state, view.dispatch)
}

/** The blocks that `/` offers. The English and the French names work in every language. */
export function slashCommands(say: Say): Command[] {
  const command = (key: Parameters<Say>[0], names: string[], run: Command["run"]): Command => ({
    ...{ key, names, run },
    label: say(key),
    hint: `/${names[0]}`,
  })
  return [
    ...usualLevels.map((level) =>
      command(`heading${level}`, [`h${level}`, "heading", "titre"], (editor) =>
        editor.chain().setNode("heading", { level }).run(),
      ),
    ),
    command("list", ["list", "bullets", "liste", "puces"], (editor) =>
      editor.chain().toggleBulletList().run(),
    ),
    command("numbered", ["numbered", "numérotée"], (editor) =>
      editor.chain().toggleOrderedList().run(),
    ),
    command("quote", ["quote", "citation"], (editor) => editor.chain().toggleBlockquote().run()),
    command("table", ["table", "tableau"], addTable),
    command("footnote", ["note", "footnote"], (editor) => editor.commands.addFootnote()),
  ]
}
