import { plainCase } from "@/lib/check/words"
import { ROLE_WORDS } from "./vocabulary"

/** Words of such lists that are no post by themselves. */
const NO_POST =
  /^(?:international|permanent|independent|academic|special|guests?|members?|participants?|attendees?|observers?|delegates?|citizens?|residents?|substitutes?|alternates?|apprentice)$/
const SMALL = /^(?:of|to|for|in|the|and|&)$/
const NEW =
  /^(?:an?|new|next|no|any|another|some|each|every|first|second|former|dear|elect|appoint|thank)\b/i
const MOST_WORDS = 5

/**
 * Whether a text is the name of a post and no more: "Facilities Manager", "Head of Finance", "Clerk to the
 * Council", "site manager".
 */
export function isPost(text: string): boolean {
  const bare = text.trim().replace(/^(?:the|our)\s/i, "")
  if (bare.length < 6 || bare.length > 50 || NEW.test(bare) || !WORDED.test(bare)) return false
  const words = bare.split(" ")
  if (words.length < 2 || words.length > MOST_WORDS) return false
  const joint = words.findIndex((word) => SMALL.test(word))
  const head = plainCase(words[(joint > 0 ? joint : words.length) - 1] ?? "")
  if (!ROLE_WORDS.has(head) || NO_POST.test(head)) return false
  const own = words.filter((word) => !SMALL.test(word))
  return (
    own.every((word) => /^\p{Lu}/u.test(word)) ||
    (words.length < 4 && /^\p{Ll}+(?:[ -]\p{Ll}+)*$/u.test(bare))
  )
}
const WORDED = /^[\p{L}\d][\p{L}\d&’'-]*(?: [\p{L}&’'-]+){1,4}$/u
