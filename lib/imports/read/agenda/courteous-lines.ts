import { sliceRich } from "../text/rich"
import type { Line } from "../text/shape"

const BESIDE = /(?<![\p{L}])(?:Mme|Mmes|Mlle|MM|Mr)\.?\s\p{Lu}/u

/** "M. Lind rend compte": where others are "Mme", the letter in front of a line is no number of it. */
export function withCourteousLines(lines: readonly Line[]): Line[] {
  const french = lines.some(({ whole }) => BESIDE.test(whole.text.slice(0, 2000)))
  const spanish = lines.some(({ whole }) =>
    /(?<!\p{L})D(?:ña|\.?ª)\.?\s\p{Lu}/u.test(whole.text.slice(0, 2000)),
  )
  if (!french && !spanish) return [...lines]
  return lines.map((line) => {
    const letter = line.marker?.text
    const isTitle = (letter === "M" && french) || (letter === "D" && spanish)
    if (!isTitle || line.level > 0 || !/^[-*•]?\s{0,4}[MD]\.\s\p{Lu}/u.test(line.whole.text))
      return line
    if (!line.bullet) return { ...line, marker: null, words: line.whole }
    const from = line.whole.text.search(/[MD]\.\s/)
    return { ...line, marker: null, words: sliceRich(line.whole, from) }
  })
}
