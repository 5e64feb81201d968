import type { ReadLink } from "../model"
import type { FinishedBlock } from "./finished"
import type { Locator } from "./source"

/** Every link with its text and where it points. */
export function readLinks(blocks: readonly FinishedBlock[], locate: Locator): ReadLink[] {
  return blocks.flatMap(({ rich }) =>
    rich.marks
      .filter((mark) => mark.kind === "link")
      .map((mark) => ({
        text: rich.text.slice(mark.from, mark.to),
        href: mark.href ?? "",
        at: locate.span(rich, mark.from, mark.to),
      }))
      .sort((a, b) => a.at.from - b.at.from),
  )
}
