const shapes = {
  ok: "m3 8.5 3.2 3.2L13 4.8",
  close: "m4 4 8 8M12 4l-8 8",
  bad: "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM8 4.8v3.8M8 11.1v.1",
  warn: "M8 2.2 14.3 13.3H1.7zM8 6.5v3.2M8 11.5v.1",
  note: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.3v3.6M8 5.1v.1",
  more: "M3.5 8v.1M8 8v.1M12.5 8v.1",
  device: "M2.5 3.5h11v7h-11zM1 13h14M6 7h4",
  working: "M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3",
  previous: "M9.5 3 4.5 8l5 5M5 8h8",
  next: "m6.5 3 5 5-5 5M11 8H3",
  up: "M3 9.5 8 4.5l5 5M8 5v8",
  down: "M3 6.5 8 11.5l5-5M8 11V3",
  indent: "M2.5 3.5h11M7 8h6.5M2.5 12.5h11M2.5 6.2 4.5 8l-2 1.8",
  outdent: "M2.5 3.5h11M7 8h6.5M2.5 12.5h11M4.5 6.2 2.5 8l2 1.8",
  add: "M8 3v10M3 8h10",
  remove: "M3 8h10",
  drag: "M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3",
  file: "M4 1.8h5l3 3v9.4H4zM9 1.8v3h3",
  link: "M6.5 9.5 9.5 6.5M7.2 4.6l1.4-1.4a2.8 2.8 0 0 1 4 4l-1.4 1.4M8.8 11.4l-1.4 1.4a2.8 2.8 0 0 1-4-4l1.4-1.4",
  list: "M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4v.1M2.8 8v.1M2.8 12v.1",
  numbered:
    "M6.5 4h7M6.5 8h7M6.5 12h7M2.4 3l1-.6v3M2.2 9.6c.2-1 1.9-1 1.9 0 0 .8-1.9 1.3-1.9 2.2h2",
  quote: "M3 4v8M6 5h7M6 8h7M6 11h4",
  text: "M3 4h10M3 8h10M3 12h6",
  bell: "M3 11.5h10c-1-1-1.4-2-1.4-4.5a3.6 3.6 0 0 0-7.2 0c0 2.5-.4 3.5-1.4 4.5zM6.6 13.5h2.800M8 3.400V2",
  clock: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.5V8l2.5 1.6",
  mark: "M4 2h8v12l-4-3-4 3z",
  history: "M2.6 8a5.4 5.4 0 1 0 1.7-3.9M2.3 2.5v2.7H5M8 5v3.2l2.2 1.4",
  people:
    "M6 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM1.5 13.5c.3-2.8 2-4.2 4.5-4.2s4.2 1.4 4.5 4.2M10.8 3.3a2.5 2.5 0 0 1 0 4.4M12.3 9.8c1.3.6 2 1.9 2.2 3.7",
  undo: "M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6",
  redo: "m10.5 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10",
} as const

export type IconName = keyof typeof shapes

/** Arrows that point along the line of writing and so turn with it. */
const turning = new Set<IconName>(["previous", "next", "indent", "outdent", "undo", "redo"])

/**
 * One mark of the set, drawn in the colour and at the size of the text around it. Decorative
 * unless `label` names it; an icon that stands alone in a button needs one (or the button does).
 *
 * @example <Icon name="ok" /> · <Icon name="close" label={t("close")} />
 */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const className = turning.has(name) ? "i flip" : "i"
  const shape = <path d={shapes[name]} />
  if (label) {
    return (
      <svg className={className} viewBox="0 0 16 16" role="img" aria-label={label}>
        {shape}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      {shape}
    </svg>
  )
}
