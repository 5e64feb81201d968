import { findNames } from "../people/names"
import { type Rich, sliceRich } from "../text/rich"
import { anyOf, words } from "../text/stems"

const MAY_EXCEPT = anyOf(words("except|but |save |apart from|other than|bar |barring|minus "))
/** What leaves somebody out of all of them. */
const BUT =
  /(?:^|[\s,(])(?:with the (?:sole |only |single )?exceptions? of|except(?:ing)?(?: for)?|but(?: for)?|save(?: for)?|apart from|other than|bar|barring|minus)\s+(?=\S)/giu
const MAY_STAND_IN = anyOf(
  words("absence|in for |in place|deput|substitut|stead|alternate|proxy|stand-in|in lieu"),
)
/** "In Ana Lind’s absence Ben took the notes." */
const OWN_ABSENCE = /^in (?=[^,;]{3,60}?['’]s? absence\b)/i
/** Whoever somebody else sat for was not there. */
const FOR_WHOM =
  /^in the absence of\s+|\bin the absence of (?:the|our) [a-z -]{3,45},\s|\b(?:stood|sat|stepped|filled) in (?:for|in place of)\s+|\b(?:deputi[sz](?:ed|ing)|substitut(?:ed|ing)) for\s+|\b(?:attended|came|sat|appeared|joined|took part|spoke|present|there|here)(?: \p{Ll}+)? (?:in (?:the )?(?:place|stead|lieu) of|instead of|as (?:an? |the )?(?:deputy|substitute|alternate|proxy|stand-in)(?: for| of)?)\s+/iu
const ALL = /\b(?:all|every(?:one|body)|each|full|whole|entire|complete)\b/i
const NOBODY = /\b(?:nobody|no[ -]one|none|no member)\b/i
const HERE =
  /\b(?:present|here|there|c[ao]me|attend(?:ed|ing|ance)?|met|took part|joined|arrived|turned up|represented|signed in|on the call|(?:in|at|round|around) the (?:room|hall|table|meeting))\b/i
const MISSING = /\b(?:missing|absent|away)\b/i
/** Who votes is there, and so is who votes otherwise. */
const VOTES = /\bvot(?:e|ed|ing)\b|\b(?:agree|support|approv|object|abstain|favou?r|oppos)/i
/** What ends the names that are left out, so that "but Ana Lind said …" leaves out nobody. */
const END = /^\s?(?:$|[.,;:)(]|\((?=\p{Ll})|(?:and|who|whose|because|due|owing|today|tonight)\b)/u

/**
 * Those whom a sentence leaves out of all that came, in any order: "All but Ana Lind were there", "With the
 * exception of Ana Lind the full board met". `present`: a label in front says that they were there.
 */
export function exceptedIn(sentence: Rich, present = false): Rich | null {
  const { text } = sentence
  if (!MAY_EXCEPT(text)) return null
  const away = NOBODY.test(text)
    ? MISSING.test(text)
    : ALL.test(text) && (present || HERE.test(text))
  if (!away || VOTES.test(text)) return null
  for (const { index, 0: but } of text.matchAll(BUT)) {
    const from = index + but.length
    const end = endOfNames(text, from)
    if (end > from && (END.test(text.slice(end)) || index < 2))
      return sliceRich(sentence, from, end)
  }
  return null
}

/** Those in whose place somebody else came: "Ben Okoro stood in for Ana Lind". */
export function replacedIn(sentence: Rich): Rich | null {
  if (!MAY_STAND_IN(sentence.text)) return null
  const own = OWN_ABSENCE.exec(sentence.text)
  const [absent] = own ? findNames(sentence.text) : []
  if (absent && absent.words > 1 && absent.from === own?.[0].length)
    return sliceRich(sentence, absent.from, absent.to)
  const match = FOR_WHOM.exec(sentence.text.slice(0, 1500))
  const from = match ? match.index + match[0].length : 0
  const named = match ? endOfNames(sentence.text, from) : 0
  // "In the absence of Ana Lind, Ben Okoro presided": a comma parts who was away from who did something.
  const comma = match?.index === 0 ? sentence.text.slice(from, named).lastIndexOf(", ") : -1
  const end = comma > 0 && /^ \p{Ll}/u.test(sentence.text.slice(named)) ? from + comma : named
  return end > from ? sliceRich(sentence, from, end) : null
}

/** Where the whole names end that begin at `from`, joined by commas and "and"; `from` where none does. */
function endOfNames(text: string, from: number): number {
  let end = from
  for (const { from: begin, to, words: count, possessive } of findNames(text)) {
    if (begin < from) continue
    const between = text.slice(end, begin)
    if (
      count < 2 ||
      possessive ||
      !/^(?:,? and |, |,? & )?(?:\p{Lu}\p{L}{1,12}\.? |the )?$/u.test(between)
    )
      break
    end = to
  }
  return end
}
