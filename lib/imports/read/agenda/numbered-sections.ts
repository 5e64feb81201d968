import { landmarkOf } from "../lines/landmarks"
import type { Line } from "../text/shape"

/**
 * The headings of a report whose own parts are numbered: "I. Participants", "II. Agenda", "III.
 * Discussion". None where the agenda has no such heading, since then those are items of it.
 */
export function numberedSections(lines: readonly Line[]): ReadonlySet<Line> {
  const found = lines.flatMap((line) => {
    const { marker, bullet, words } = line
    if (!marker || bullet || words.text.length > 60) return []
    const announced = landmarkOf({ ...line, marker: null })
    return announced?.rest === null ? [{ line, form: marker.form, ...announced }] : []
  })
  const agenda = found.find(({ landmark }) => landmark === "agenda")
  if (!agenda) return new Set()
  const alike = found.filter(({ form }) => form === agenda.form)
  const isLaidOut = alike.some(({ landmark }) => landmark === "discussion") && alike.length >= 3
  return new Set(isLaidOut ? alike.map(({ line }) => line) : [])
}
