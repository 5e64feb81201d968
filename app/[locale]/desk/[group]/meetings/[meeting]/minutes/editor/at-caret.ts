import type { Editor } from "@tiptap/core"
import { ReactRenderer } from "@tiptap/react"
import type { SuggestionOptions, SuggestionProps } from "@tiptap/suggestion"
import { type Choice, type ChoiceKeys, ChoiceMenu, type ChoiceMenuProps } from "./choice-menu"

type Menu<Item> = {
  id: string
  label: string
  foot?: string
  choiceOf: (item: Item) => Choice
}

/** What the text says of the menu to assistive technology while it is open. */
function tie(editor: Editor, id: string, option: string | null) {
  const { dom } = editor.view
  const state = {
    "aria-controls": id,
    "aria-activedescendant": option,
    "aria-autocomplete": "list",
  }
  for (const [name, value] of Object.entries(state)) {
    if (option === null || value === null) dom.removeAttribute(name)
    else dom.setAttribute(name, value)
  }
}

/** Shows the suggestions of a menu at the caret. The chosen item travels with the key that chose it. */
export function atCaret<Item>({
  id,
  label,
  foot,
  choiceOf,
}: Menu<Item>): NonNullable<SuggestionOptions<Item, { item: Item; key?: string }>["render"]> {
  return () => {
    let menu: ReactRenderer<ChoiceKeys, ChoiceMenuProps> | null = null
    let unmount: (() => void) | null = null
    const shown = (props: SuggestionProps<Item, { item: Item; key?: string }>) => {
      const choices = props.items.map(choiceOf)
      return {
        id,
        label,
        foot,
        choices,
        choose: (key: string, event?: KeyboardEvent) => {
          const item = props.items[choices.findIndex((choice) => choice.key === key)]
          if (item !== undefined) props.command({ item, key: event?.key })
        },
        mark: (option: string | null) => tie(props.editor, id, option),
      }
    }
    return {
      onStart(props) {
        menu = new ReactRenderer(ChoiceMenu, { editor: props.editor, props: shown(props) })
        unmount = props.mount(menu.element)
      },
      onUpdate: (props) => menu?.updateProps(shown(props)),
      onKeyDown: ({ event }) => menu?.ref?.onKey(event) ?? false,
      onExit({ editor }) {
        tie(editor, id, null)
        unmount?.()
        menu?.destroy()
        menu = null
      },
    }
  }
}
