import type { Line } from "../text/shape"

/** "00:00:04.000 --> 00:00:19.500": when a caption is shown. */
const TIMING = /^(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}\s-->\s(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}/
const FEWEST = 3

/** Puts the number and the times of captions in front of what they show, where nothing of it is read. */
export function withCues(lines: readonly Line[]): Line[] {
  const timed = lines.filter(({ whole }) => TIMING.test(whole.text.slice(0, 40)))
  if (timed.length < FEWEST) return [...lines]
  const isTiming = new Set(timed)
  const shown: Line[] = []
  let front: string[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const isNumber = /^\d{1,5}$/.test(line.whole.text) && next !== undefined && isTiming.has(next)
    if (next !== undefined && (isTiming.has(line) || isNumber)) front.push(line.whole.text)
    else {
      const before = [...front, line.front].filter(Boolean).join(" ")
      shown.push(before ? { ...line, gap: line.gap || front.length > 0, front: before } : line)
      front = []
    }
  }
  return shown
}
