/** How many lines of a mail introduce a quote, from some line on; `cutsAll` when an old mail follows unmarked. */
export type Attribution = { lines: number; cutsAll: boolean }

/** Mail programs break the sentence over as many lines as this, and none of them before this many signs. */
const mostLines = 4
const shortestBroken = 50
const longest = 400

const begins =
  /^(?:on|at|le|el|em|a|il|am|op|den|d\.|w dniu|dnia|dne|în|v|в|во|في|بتاريخ)[ ,]|^[\p{Nd}在於于]/iu
/** That somebody wrote, in the languages of the United Nations and some others; German and others name who did behind it. */
const ends =
  /(?:wrote|writes|a écrit|escribió|ha escrito|ha scritto|scrive|escreveu|napisał|napisał\(a\)|napisała|pisze|написала?|написал\(а\)|пишет|写道|寫道|のメール|のメッセージ|書きました|님이 작성|작성|yazdı|kirjoitti)$/iu
const holds = /(?:^|[ ,>])(?:schrieb|schreef|skrev|geschreven|كتب)(?:[ ,]|$)/iu

/** A day in full: by numbers, as in East Asia, and with the name of a month. */
const days = [
  /(?:^|\P{Nd})\p{Nd}{1,4}([-./]) ?\p{Nd}{1,2}\1 ?\p{Nd}{2,4}(?:\P{Nd}|$)/u,
  /\p{Nd}{1,4} ?[年년] ?\p{Nd}{1,2} ?[月월]/u,
  /(?:^|\P{Nd})\p{Nd}{1,2}(?:\.|er|º)? (?:de )?\p{L}{3,12}\.?[,،]? (?:de )?\p{Nd}{4}(?:\P{Nd}|$)/u,
  /\p{L}{3,12}\.? \p{Nd}{1,2}, \p{Nd}{4}(?:\P{Nd}|$)/u,
]
const time = /(?:^|\P{Nd})\p{Nd}{1,2}(?::| ?h ?)\p{Nd}{2}(?:\P{Nd}|$)/u
const address = /[^\s<(]@[^\s>)]/

/**
 * The sentence with which a mail program introduces a quote, if it begins at a line: that somebody wrote, on
 * a day, at a time, from an address. Whoever tells in their own words what was written says fewer of these.
 * Without a quoted line below it a program put the old mail there unmarked.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution {
  const nothing = { lines: 0, cutsAll: false }
  for (let length = 1; length <= mostLines; length++) {
    const last = lines[at + length - 1]
    if (!last || last.startsWith(">")) return nothing
    if (/[:：]$/.test(last)) return introduction(lines, at, length) ?? nothing
    if (!goesOn(last, lines[at + length])) return nothing
  }
  return nothing
}

/** Whether a program broke a line there: it was long, and no sentence ended with it. */
function goesOn(line: string, next = ""): boolean {
  const word = next.split(" ", 1)[0] ?? ""
  return line.length + word.length >= shortestBroken && !/[.!?。]$/.test(line)
}

function introduction(lines: readonly string[], at: number, length: number): Attribution | null {
  const sentence = lines
    .slice(at, at + length)
    .join(" ")
    .replace(/\*/g, "")
  if (sentence.length > longest) return null
  const before = lines[at - 1] ?? ""
  const stands = begins.test(sentence) || before === "" || before.startsWith(">")
  if (!stands) return null
  const said = sentence.slice(0, -1).trimEnd()
  const told = ends.test(said) || holds.test(said)
  const facts = [days.some((day) => day.test(said)), time.test(said), address.test(said)]
  const sure = facts.filter(Boolean).length + (told ? 1 : 0)
  const below = lines.slice(at + length, at + length + 3).find((line) => line !== "")
  if (below?.startsWith(">")) return sure >= 2 ? { lines: length, cutsAll: false } : null
  return sure >= 3 ? { lines: length, cutsAll: true } : null
}
