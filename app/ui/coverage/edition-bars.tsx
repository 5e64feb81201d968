/** Of a bar and of what stands between two, in pixels. */
const wide = 8
const between = 3
const high = 28

export type EditionBar = {
  /** Null for the working table. */
  edition: number | null
  /** Null where there was nothing to count in. */
  activities: number | null
}

/** A bar for each edition, the newest dark; all on one scale. What it shows stands beside it in figures. */
export function EditionBars({ bars, most }: { bars: readonly EditionBar[]; most: number }) {
  const newest = bars.at(-1)
  return (
    <svg
      className="edition-bars"
      aria-hidden="true"
      width={bars.length * (wide + between)}
      height={high + 1}
    >
      {bars.map((bar, at) => {
        // Nothing at all is a line on the ground; an area that did not stand then leaves a hole.
        const tall = bar.activities === null ? 0 : Math.max(1, (bar.activities / most) * high)
        return (
          <rect
            key={bar.edition ?? "now"}
            className={bar === newest ? "newest" : undefined}
            x={at * (wide + between)}
            y={high + 1 - tall}
            width={wide}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
