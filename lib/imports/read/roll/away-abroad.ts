import { findNames } from "../people/names"
import { type Rich, sliceRich } from "../text/rich"
import { anyOf, words } from "../text/stems"

const MAY_TELL = anyOf(
  words(
    "schuldig|fehlt|verhindert|abgemeldet|excus|absent|absenc|disculp|inasistenc|ausen|ausên|pudo|pudieron|pôde|puderam|falt|assen|justific|giustific|afwezig|verhinderd|afgemeld|frånvar|fravær|forfall",
  ),
)
/**
 * What German, French, Spanish, Portuguese, Italian, Dutch and Scandinavian minutes say of those who were
 * away. The names stand in front of it or behind.
 */
const AWAY = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:un)?entschuldigt(?: (?:fehlten?|haben sich|hat sich|sind|ist|war|waren|wurden?))?",
    "(?:lie(?:ß|ss)(?:en)?|lassen|lässt) sich entschuldigen",
    "(?:war|waren|ist|sind) verhindert|verhindert (?:war|waren|ist|sind)",
    "abgemeldet (?:hat|haben|hatten?) sich|(?:hat|haben|hatten?) sich (?:abgemeldet|entschuldigt)",
    "es fehl(?:t|en|te|ten)|fehlten?(?= entschuldigt|$|[.:])",
    "(?:se sont|s[’']est|s[’']étai(?:en)?t) (?:fait )?excus(?:er|ée?s?)",
    "(?:étai(?:en)?t|est|sont) (?:absente?s?|excusée?s?)(?: et excusée?s?)?",
    "(?:prié|demandé) (?:de|à) (?:l[’'] ?|les |être )?excus(?:er|ée?s?)",
    "(?:se )?(?:excus|disculp)(?:ó|aron)",
    "no (?:pudo|pudieron) (?:asistir|participar|venir|estar)",
    "falt(?:ó|aron|ou|aram)",
    "não (?:pôde|puderam|pode) (?:comparecer|participar|estar)",
    "justific(?:ó|aron|ou|aram) (?:a |la |su |sua )?(?:ausencia|ausência|inasistencia|falta)",
    "(?:ha|hanno) giustificato (?:l[’'] ?|la (?:loro |sua )?)assenza|(?:era|erano|è|sono) assent[ei]",
    "(?:is|zijn|was|waren) (?:verhinderd|afwezig)|(?:heeft|hebben) zich afgemeld",
  ].join("|")})(?!\\p{L})`,
  "iu",
)
const LONGEST = 400
/** Who came in their place. */
const INSTEAD =
  /(?:[,;]|\s(?:und|et|y|e|en)) (?:für|an (?:seiner|ihrer|deren)|stattdessen|représentée?s?|remplacée?s?|en su|por (?:él|ella|ele|ela)|al suo|voor)(?!\p{L})/iu

/** The part of a sentence in another language that names those who were away. */
export function awayAbroad(sentence: Rich): Rich | null {
  const { text } = sentence
  if (text.length > LONGEST || !MAY_TELL(text)) return null
  const match = AWAY.exec(text)
  if (!match) return null
  const from = Math.max(0, text.lastIndexOf(";", match.index) + 1)
  const stop = text.slice(match.index).search(/;/)
  const clause = text.slice(from, stop < 0 ? text.length : match.index + stop)
  const instead = INSTEAD.exec(clause)?.index ?? clause.length
  const end = match.index - from < instead ? instead : clause.length
  return findNames(clause.slice(0, end)).length > 0 ? sliceRich(sentence, from, from + end) : null
}
