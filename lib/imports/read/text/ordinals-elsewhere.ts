import { ONCE } from "./once"

const counted = (line: string, first = 1, step = 1) =>
  line.split(" ").map((stem, index): [string, number] => [stem, first + index * step])

/** Stems of ordinals in Spanish, Portuguese, Italian, French and German, without accents and endings. */
const VALUES = new Map<string, number>([
  ...counted("primer segund tercer cuart quint sext septim octav noven decim undecim duodecim"),
  ...counted("primeir segund terceir quart quint sext setim oitav non decim"),
  ...counted("prim second terz quart quint sest settim ottav non decim undicesim dodicesim"),
  ...counted("tredicesim quattordicesim quindicesim sedicesim diciassettesim diciottesim", 13),
  ...counted("diciannovesim ventesim ventunesim ventiduesim ventitreesim", 19),
  ...counted("vigesim trigesim cuadragesim quincuagesim", 20, 10),
  ...counted("vigesim trigesim quadragesim quinquagesim", 20, 10),
  ...counted("un deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz"),
  ...counted("vingt trente quarante cinquante", 20, 10),
  ...counted("vingt trent quarant cinquant", 20, 10),
  ...counted("erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt"),
  ...counted("vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst", 14),
  ...counted("ein zwei drei vier funf sechs sieben acht neun"),
  ...counted("dreißigst vierzigst funfzigst", 30, 10),
])
const LATIN =
  "(?:(?:d[eé]cim|vig[eé]sim|trig[eé]sim)o)?(?:primer|segund|tercer|cuart|quint|sext|s[eé]ptim|octav|noven)|(?:un|duo)?d[eé]cim|(?:vi|tri|cuadra|quadra|quincua|quinqua)g[eé]sim|primeir|terceir|quart|s[eé]tim|oitav|non|prim|second|terz|sest|settim|ottav|(?:un|do|tre|quattor|quin|se)dicesim|dicia(?:ssett|nnov)esim|diciottesim|vent(?:un|idu|itre)?esim"
const FRENCH =
  "(?:(?:vingt|trente|quarante|cinquante)[-\\s](?:et[-\\s])?)?(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz)|vingt|trent|quarant|cinquant"
const GERMAN =
  "erst|zweit|dritt|sechst|(?:vier|fünf|sieb|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn)t|acht|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig)st"
/** One such word, for a search in a title. */
export const OTHER_ORDINAL = `${ONCE}(?:(?:${LATIN})[ao]|(?:${FRENCH})i[èe]me|premi(?:er|ère)|(?:${GERMAN})e[nrsm]?)${ONCE}`

const ENDING = /(?:ieme|iere|[ao]|e[nrsm]?)$/
/** "decimo|tercer", "vingt-et-|un", "ein|und|zwanzigst": two that are added. */
const TWO = /^(decim|vigesim|trigesim)o(?=\p{L})|(?<=\p{L})und(?=\p{L})|-(?:et-)?/u

/** The value of an ordinal of another language, null for any other word. */
export function elsewhereValue(word: string): number | null {
  const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s/g, "-")
  if (plain === "premier") return 1
  const stem = plain.replace(ENDING, "")
  if (stem === plain) return null
  const whole = stem === "premi" ? 1 : VALUES.get(stem)
  if (whole !== undefined) return whole
  const parts = stem.split(TWO).filter(Boolean)
  const values = parts.map((part) => VALUES.get(part))
  return parts.length === 2 && values.every((value) => value !== undefined)
    ? values.reduce((sum: number, value) => sum + (value ?? 0), 0)
    : null
}
