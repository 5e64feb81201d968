import type { ReadLink } from "../model"
import type { FinishedBlock } from "./finished"
import type { Rich, RichMark } from "./rich"
import type { Locator } from "./source"

/** Every link with its text and where it points. */
export function readLinks(blocks: readonly FinishedBlock[], locate: Locator): ReadLink[] {
  return blocks.flatMap(({ rich }) =>
    outermost(rich).map((mark) => ({
      text: rich.text.slice(mark.from, mark.to),
      href: mark.href ?? "",
      at: locate.span(rich, mark.from, mark.to),
    })),
  )
}

/**
 * The links of a text in order. The address within "[https://example.org](https://example.org)" is no
 * second one, and a picture, "![Logo](logo.png)", leads nowhere.
 */
function outermost({ text, marks }: Rich): RichMark[] {
  const links = marks.filter(({ kind, from }) => kind === "link" && text[from - 1] !== "!")
  let end = 0
  // What is around another was closed behind it.
  return links
    .toReversed()
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((mark) => {
      if (mark.to <= end) return false
      end = mark.to
      return true
    })
}
