import { joinRich, type Rich, sliceRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** "DATE ............ 3 August 2022": a field of a form, and what was filled in. */
const LED = /^(\p{L}[^:|]{1,40}?)\s{0,3}[._·…]{4,80}\s{0,4}(?=\S)/u
/** What a form about a meeting asks for, by the first word of its field. */
const FIELD =
  /^(?:date|times?|opened|place|venue|location|present|members? present|attendance|apologies|regrets|absent|chair(?:man|woman|person)?|presid(?:ed|ing)|minutes|recorded|next|meeting)\b/i
const LEAST = 2

/**
 * Sets the fields of a filled-in form, which dots lead over to what stands in them, as labels with a colon.
 * Names that dots lead over to a house, and tasks to whose they are, stay as they are: of a form at least two
 * fields are known, and the others begin in the same column.
 */
export function withLeaders(lines: readonly Line[]): Line[] {
  const led = new Map<Line, { label: string; at: number }>()
  for (const line of lines) {
    const [front, label = ""] = LED.exec(line.whole.text.slice(0, 140)) ?? []
    if (front && !line.marker && !line.bullet)
      led.set(line, { label, at: line.indent + front.length })
  }
  const known = [...led.values()].filter(({ label }) => FIELD.test(label))
  const columns = new Set(known.map(({ at }) => at))
  if (known.length < LEAST) return [...lines]
  return lines.map((line) => {
    const field = led.get(line)
    if (!field || !columns.has(field.at)) return line
    return shapeOf(line, withColon(line.whole, field.label.length, field.at - line.indent))
  })
}

/** A label, a colon in place of the dots behind it, and the rest. */
function withColon(whole: Rich, label: number, value: number): Rich {
  const at = whole.at[label] ?? 0
  const colon: Rich = { text: ":", at: [at], marks: [] }
  return joinRich([sliceRich(whole, 0, label), colon, sliceRich(whole, value)], ["", " "])
}
