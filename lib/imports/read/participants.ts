import type { Span } from "@/lib/check/model"
import type { ReadParticipant } from "./model"
import type { PlacedLine } from "./parts"
import { sliceRich, trimRich } from "./rich"
import { type Piece, readRoll } from "./roll"
import type { Line } from "./shape"
import type { Locator } from "./source"

export type Lists = {
  participants: ReadParticipant[]
  regrets: ReadParticipant[]
  heading: Span | null
  /** Lines that stand in a list and hold more than was read. */
  left: ReadonlySet<Line>
}

/** The people listed as present and those who sent regrets, as often as they are listed. */
export function readLists(placed: readonly PlacedLine[], locate: Locator): Lists {
  const head = placed.find((each) => each.part === "participants" && each.head)
  const present = readPart(placed, "participants", locate)
  const regrets = readPart(placed, "regrets", locate)
  return {
    participants: present.people,
    regrets: regrets.people,
    heading: head ? locate.span(head.line.whole) : null,
    left: new Set([...present.left, ...regrets.left]),
  }
}

function readPart(
  placed: readonly PlacedLine[],
  part: "participants" | "regrets",
  locate: Locator,
) {
  const pieces: Piece[] = []
  for (const { line, head, rest, part: own } of placed) {
    if (own !== part || (head && rest === null)) continue
    const words = rest === null ? line.words : trimRich(sliceRich(line.words, rest))
    if (words.text) pieces.push({ line, words, inline: rest !== null })
  }
  const { entries, left } = readRoll(pieces)
  const people: ReadParticipant[] = entries.map(({ rich, whole: _, ...person }) => ({
    ...person,
    at: locate.span(rich),
    how: "read",
  }))
  return { people, left }
}
