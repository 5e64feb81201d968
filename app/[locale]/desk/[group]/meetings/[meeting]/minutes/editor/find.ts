import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { findIn, type Hit } from "./find-text"
import { followPlace } from "./follow-place"

/** What one section shows: the words looked for, and where the one stands that is looked at. */
export type Finding = { words: string; now: number | null }
type Found = Finding & { hits: Hit[]; shown: DecorationSet }

const nothing: Found = { words: "", now: null, hits: [], shown: DecorationSet.empty }
export const findKey = new PluginKey<Found>("find")

function look(doc: Node, { words, now }: Finding): Found {
  const hits = findIn(doc, words)
  const shown = hits.map(({ from, to, block }) => {
    const attrs = { class: `${block ? "found-in" : "found"}${from === now ? " now" : ""}` }
    return block ? Decoration.node(from, to, attrs) : Decoration.inline(from, to, attrs)
  })
  return { words, now, hits, shown: DecorationSet.create(doc, shown) }
}

/** The places found in a section, as its text stands now. */
export const hitsIn = (state: EditorState): Hit[] => findKey.getState(state)?.hits ?? []

/** Marks what `FindPanel` looks for. The text is not changed, and nothing of this is kept. */
export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key: findKey,
      state: {
        init: () => nothing,
        apply(tr, before, _, { doc }) {
          const asked: Finding | undefined = tr.getMeta(findKey)
          if (asked) return asked.words === "" ? nothing : look(doc, asked)
          if (!tr.docChanged || before.words === "") return before
          const now = before.now === null ? null : followPlace(tr, before.now)
          return look(doc, { words: before.words, now })
        },
      },
      props: { decorations: (state) => findKey.getState(state)?.shown },
    }),
  ],
})
