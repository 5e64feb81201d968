/** A4 upright, in points: numbers and labels hang in the gutter, the text stands beside it. */
export const page = {
  width: 595.28,
  height: 841.89,
  gutter: 57,
  text: 140,
  end: 527,
  top: 68,
  bottom: 758,
  foot: 776,
} as const

/** A page of whichever size, in points. */
export type Page = {
  readonly [Edge in "width" | "height" | "gutter" | "end" | "top" | "bottom" | "foot"]: number
}

/** A4 across, for tables that are wide. */
export const across: Page = {
  width: page.height,
  height: page.width,
  gutter: 40,
  end: page.height - 40,
  top: 56,
  bottom: 522,
  foot: 540,
}

export const measure = page.end - page.text
export const gutterWidth = page.text - page.gutter - 10

/** The colours of the design, as in print: tokens.css, light. */
export const ink = {
  text: "#191d1c",
  second: "#434a47",
  label: "#5d6561",
  rule: "#d3d8d3",
  accent: "#0b5468",
} as const
export type Ink = (typeof ink)[keyof typeof ink]
