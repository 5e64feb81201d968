import { personOf, turnOf } from "../speech/turns"
import type { Who } from "./who"

/** "From: Ana Lind <ana@example.org>": who sent a mail. */
const SENDER = /^From:\s{1,3}["“]?(\p{L}[\p{L}\p{M}.'’ -]{2,50}?)["”]?\s?[<([]/mu
/** "Best wishes, Ana", in one paragraph or two. */
const CLOSING =
  /^(?:(?:(?:with )?(?:all )?(?:kind|best|warm|many|my)(?:est)? )?(?:regards|wishes|greetings|thanks)|best|yours(?: \p{Ll}+)?|cheers|thanks|see you(?: then)?)[,.!]?(?:\s|$)/iu
const SIGNED =
  /^[–—-]{0,2}\s?(\p{Lu}[\p{L}\p{M}.'’-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}.'’-]{0,24}){0,2})(?=\W*$|\n|,\s)/u
/** Most reports do not speak of whoever wrote them. */
const SPEAKS = /\bI(?:['’]ll| will| shall| am)\s/
/** So many paragraphs at either end. */
const [FRONT, BACK] = [10, 6]
const LONGEST = 2000

/** Whoever "I" is in a report that one person tells, and nobody speaks in: who signed it or sent it, else the only one who took the notes. */
export function writerOf(
  texts: readonly string[],
  scribes: readonly string[],
  who: Who,
): string | null {
  if (!texts.some((text) => SPEAKS.test(text)) || texts.some((text) => isTurn(text, who)))
    return null
  const sender = SENDER.exec(texts.slice(0, FRONT).join("\n").slice(0, LONGEST))?.[1]
  const name = signatureOf(texts.slice(-BACK)) ?? sender ?? onlyOne(scribes)
  const whole = name ? who.whole(name) : null
  return whole ?? (sender?.includes(" ") && name === sender ? sender : null)
}

/** "Ana: I will ask them": where people speak for themselves, "I" is whoever has the floor. */
function isTurn(text: string, who: Who): boolean {
  const turn = turnOf(text)
  return turn !== null && personOf(turn, who, () => false) !== null
}

function signatureOf(last: readonly string[]): string | undefined {
  const at = last.findLastIndex((text) => CLOSING.test(text))
  if (at < 0) return undefined
  const behind = (last[at] ?? "").replace(CLOSING, "").trim()
  return SIGNED.exec((behind === "" ? (last[at + 1] ?? "") : behind).slice(0, LONGEST))?.[1]
}

const onlyOne = (names: readonly string[]): string | undefined =>
  new Set(names).size === 1 ? names[0] : undefined
