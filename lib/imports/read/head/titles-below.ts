import type { FinishedBlock } from "../text/finished"
import type { Rich } from "../text/rich"
import { ORDINAL_ALONE } from "./number-patterns"

/** So many blocks from the top such a heading may stand below. */
const WITHIN = 12
/**
 * "Chat Meeting #7", "Board call no. 12", "Users Meeting 6 (2011-05-26)": the name of a meeting, its number,
 * and nothing else but its day.
 */
const NUMBERED =
  /^(?:(?!(?:minutes|notes|report|approval|review|matters|actions?|last|previous|next|of|from|the)\s)[\p{L}-]{2,20}\s){0,4}(?:meeting|call|session|telecon|teleconference)\s(?:(?:#\s?|no\.?\s|number\s)\d{1,4}|\d{1,4}(?=\s?[(,–—:-]))(?:\s?[(,–—:-][^.;]{0,30}(?<!\d)(?:19|20)\d\d[^.;]{0,8})?$/iu

/**
 * The headings that name the meeting by its number, below the name of a page or a note on it: they are of
 * the title, though something stands in front.
 */
export function titlesBelow(finished: readonly FinishedBlock[]): Rich[] {
  return finished
    .slice(0, WITHIN)
    .filter(({ block, rich }, index) => {
      const text = rich.text.trim()
      if (block.kind !== "heading") return false
      // "## Twenty-first Meeting" right below the name of the body.
      const belowTitle = finished[index - 1]?.block.part === "title"
      return NUMBERED.test(text) || (belowTitle && text.length <= 60 && ORDINAL_ALONE.test(text))
    })
    .filter(({ block }) => block.part !== "title" && block.part !== "agenda")
    .map(({ rich }) => rich)
    .slice(0, 1)
}
