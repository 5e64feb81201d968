import { findNames } from "../people/names"
import { type Rich, sliceRich } from "../text/rich"
import { findSentences } from "../text/sentences"
import { segmentsOf, shareOfNames } from "./roll-names"
import { AWAY, PARTLY, THERE } from "./scene-words"
import { toldAway } from "./told-away"

/**
 * Sentences behind a list on one line: "Ana Lind and Ben Okoro. Cem Arslan joined as an observer." The
 * list ends with the first of them; the names in the others are of those who came, or did not.
 */
export function toldBehind(words: Rich, away = false) {
  if (words.text.length > 3000) return null
  const [first, ...others] = findSentences(words.text)
  if (!first || others.length === 0) return null
  const sentences = others.map(({ from, to }) => ({ from, to, text: words.text.slice(from, to) }))
  const tells = (text: string) => isTold(text) || (away && beginsWithWhole(text))
  const speaks = sentences.some(
    ({ text }) => tellsOfThoseAway(text) || (text.split(/\s+/).length >= 5 && tells(text)),
  )
  const listed = withoutDeed(sliceRich(words, 0, first.to)).text.replace(/\.$/, "")
  if (!speaks || (!COUNTED.test(listed) && shareOfNames(segmentsOf(listed)) < 0.6)) return null
  const lists = sentences.flatMap(({ from, text }) => {
    const names = findNames(text).filter((name) => name.words > 1 && !name.possessive)
    const [begin, end] = [names[0], names.at(-1)]
    if (!begin || !end || !tells(text) || (away && PARTLY.test(text))) return []
    const list: "participants" | "regrets" =
      AWAY.test(text) || tellsOfThoseAway(text) || (away && !THERE.test(text))
        ? "regrets"
        : "participants"
    return [{ list, words: sliceRich(words, from + begin.from, from + end.to) }]
  })
  return { end: first.to, lists }
}

/** What all of them did: "Ana Lind and Ben Okoro attended." */
const DEED =
  /\s(?:(?:were|was) (?:all )?(?:present|there|in attendance)|attended|took part|participated)(?: (?:in )?the (?:meeting|call|session))?\.?$/

/** A list without what is said of those on it behind the last name. */
export function withoutDeed(list: Rich): Rich {
  const deed = DEED.exec(list.text.slice(-60))?.[0].length ?? 0
  return sliceRich(list, 0, list.text.length - deed)
}

/** "8 of 10", "twelve members": how many came, and no names. */
const COUNTED =
  /^(?:\d{1,3}|\p{Ll}{3,9})(?: (?:out )?of (?:the )?(?:\d{1,3}|\p{Ll}{3,9}))?(?: \p{Ll}{3,12})?$/iu

const isTold = (sentence: string) =>
  AWAY.test(sentence) || THERE.test(sentence) || tellsOfThoseAway(sentence)

/** "Sorry from Ana Lind.", "Apologies were received from Ben Okoro.": a sentence that begins with who was away. */
export const tellsOfThoseAway = (sentence: string): boolean =>
  /^Sorry (?:from|not to)\b/i.test(sentence) || toldAway(sentence).behind?.index === 0

/** Below "Could not come:" whoever a further sentence begins with: "Ana Lind sent a message." */
function beginsWithWhole(sentence: string): boolean {
  const [first] = findNames(sentence.slice(0, 90))
  return (
    first !== undefined &&
    first.words > 1 &&
    !first.possessive &&
    /^\p{L}{0,9}\.?\s?$/u.test(sentence.slice(0, first.from))
  )
}
