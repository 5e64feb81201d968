import { countWords } from "@/lib/check/words"
import { isPutOff } from "./not-opened"
import { saysNothing } from "./nothing-new"
import { isOnAnother, movesOn, tellsOfMatter } from "./told"

const MOST_WORDS = 34
const MOST_SENTENCES = 3

/** Somebody is not there. */
const MISSING =
  /\b(?:no[ -]show|absent|away|ill|sick|not (?:here|there|present|with us|on the call|available)|did not (?:come|attend|appear|turn up)|had (?:left|gone)|on leave|could not (?:attend|join|connect|come))\b|n['’]t (?:here|there|come|make it|join)\b/i

/** Whether the few words on an item say that it was not opened, and nothing of its matter. */
export function putsOffInShort(text: string, sentences: readonly string[]): boolean {
  if (sentences.length > MOST_SENTENCES || countWords(text) > MOST_WORDS) return false
  // Of most something is told, and that is found sooner.
  if (sentences.some((sentence) => tellsOfMatter(sentence) || isOnAnother(sentence))) return false
  const [first = "", second = ""] = sentences
  return sentences.some(isPutOff) || (MISSING.test(first) && movesOn(second))
}

/** "The Chair called for any other business.", "Numbers have not come in." in front of "There was none." */
const ASKED =
  /\b(?:called for|asked (?:for|if|whether)|invited|whether any|if any|any other|not|nobody|no ?one)\b|n['’]t\b/i
/** Whether a question, or what was missing, is followed by "There was none." and no more. */
export function answersNothing(sentences: readonly string[]): boolean {
  const [first = "", second = "", ...rest] = sentences
  return (
    rest.length === 0 &&
    ASKED.test(first) &&
    !tellsOfMatter(first) &&
    saysNothing(second, true) &&
    !/\b(?:other|else|further|more)\b/i.test(second)
  )
}

/** "No public minutes for this one.", "Not minuted": it may have been talked about. */
export function saysUnrecorded(sentence: string): boolean {
  return /^\W*(?:no (?:public )?(?:minutes|notes|record)(?: (?:were|was|have been|are) (?:taken|made|kept|published|public))?(?: (?:for|on|of|under) (?:this|it)\b[^.;]{0,20})?|(?:this |the )?(?:\p{Ll}+ )?(?:was |is )?(?:not (?:minuted|recorded|noted down)|off the record))\W*$/iu.test(
    sentence.slice(0, 120),
  )
}
