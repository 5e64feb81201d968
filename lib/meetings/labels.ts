/** Levels of an agenda: 1, 1a, 1ai. */
export const agendaLevels = 3

/** Items side by side below another one: labels go from a to z. */
export const agendaSiblings = 26

const romans = [
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const

function roman(value: number): string {
  let rest = value
  let text = ""
  for (const [step, sign] of romans) {
    for (; rest >= step; rest -= step) text += sign
  }
  return text
}

function letter(value: number): string {
  const before = Math.floor((value - 1) / 26)
  return (before > 0 ? letter(before) : "") + String.fromCharCode(97 + ((value - 1) % 26))
}

const signs = [String, letter, roman]

/**
 * Gives every item its label, whole: `1`, `2`, `2a`, `2b`, `2bi`. `items` stand in reading order,
 * `depth` counts from 0; a depth that skips a level is read as one below the item before.
 */
export function labelAgenda<Item extends { depth: number }>(
  items: readonly Item[],
): (Item & { label: string })[] {
  const counts: number[] = []
  return items.map((item) => {
    const depth = Math.max(0, Math.min(item.depth, counts.length, agendaLevels - 1))
    counts.length = depth + 1
    counts[depth] = (counts[depth] ?? 0) + 1
    const label = counts.map((count, level) => signs[level]?.(count) ?? "").join("")
    return { ...item, depth, label }
  })
}
