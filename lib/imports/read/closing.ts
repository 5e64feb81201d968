import type { FinishedBlock } from "./text/finished"
import { isOnlyNextMeeting } from "./times/next-meeting"

/** How the end of a meeting is told, or its minutes are signed. */
const CLOSES =
  /^(?:(?:with|there being) no (?:further|other|more) (?:business|matters?|items?|questions?|points?)\b|(?:the )?(?:meeting|call|session|sitting|teleconference|plenary)\b[^.;]{0,40}\b(?:closed|adjourned|ended|rose|concluded|finished|came to an end)\b|the (?:\p{L}+[ -]){0,3}(?:chair\p{L}*|president|moderator|facilitator)\b[^.;]{0,90}\b(?:closed|adjourned|ended|concluded) (?:the|this) (?:\p{L}+ )?(?:meeting|call|session|sitting)\b|with (?:the permission of|a vote of thanks)|\p{Lu}[^.;]{2,90}\b(?:closed|adjourned) the (?:meeting|session|call|sitting) at \d|respectfully submitted|sd\/-|(?:ende|schluss|fin|cierre|end)\s?:\s.{0,20}\d|\(?signed\b|(?:minutes|notes|record) (?:taken|prepared|recorded|written|submitted|drafted|certified) by\b|(?:meeting |call )?(?:adjourned|closed|ended)(?: at)?\b[^.]{0,30}\d)/iu
/** Whether a paragraph tells how the meeting ended, or is signed. */
export const closes = (text: string) => CLOSES.test(text.slice(0, 200))

/** So many blocks from the end the closing is looked for. */
const LAST = 12

/** Takes what closes the meeting or tells when the next one is, and all behind it, off the last item where that has a text of its own. */
export function closeLast(blocks: readonly FinishedBlock[]): void {
  const from = Math.max(0, blocks.length - LAST)
  const last = blocks.findLastIndex(({ block }) => block.kind === "heading" && block.item !== null)
  const at = blocks.findIndex(
    ({ block, rich }, index) =>
      index >= from &&
      index > last + 1 &&
      block.part === "discussion" &&
      (block.item !== null
        ? closes(rich.text) && blocks[index - 1]?.block.item === block.item
        : blocks[index - 1]?.block.item !== null && isOnlyNextMeeting(rich.text)),
  )
  if (at < 0) return
  for (const { block } of blocks.slice(at)) if (block.part === "discussion") block.item = null
}
