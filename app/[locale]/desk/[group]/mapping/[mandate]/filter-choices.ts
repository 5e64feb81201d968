import type { Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { foldName } from "@/lib/people/model"

/** What the filters of a table offer. */
export type FilterChoices = {
  areas: { value: string; label: string }[]
  years: number[]
  people: { value: string; label: string }[]
  bodies: string[]
}

type Seen = Pick<Table, "areas" | "people"> & { rows: readonly Pick<Row, "cells">[] }

/**
 * What is in the table as it stands: its areas, and the years, bodies and members that its rows name;
 * whoever is `chosen` among them, though no row is theirs.
 */
export function choicesOf({ areas, rows, people }: Seen, chosen: string | null): FilterChoices {
  const activities = rows.flatMap(({ cells }) => cells.activities)
  const bodies = new Map(activities.map(({ body }) => [foldName(body), body]))
  const responsible = new Set([chosen, ...rows.map(({ cells }) => cells.responsible)])
  return {
    areas: areas.map(({ slug, title }) => ({ value: slug, label: title })),
    years: [...new Set(activities.flatMap(({ years }) => years))].sort((one, other) => other - one),
    people: people
      .filter(({ id }) => responsible.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    bodies: [...bodies.values()].filter(Boolean).sort((one, other) => one.localeCompare(other)),
  }
}

export const sameChoices = (one: FilterChoices, other: FilterChoices): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** With what is chosen among them, though nothing has it any more: else the form would forget it. */
export function withChosen(
  choices: readonly { value: string; label: string }[],
  chosen: string | number | null,
): readonly { value: string; label: string }[] {
  const value = String(chosen ?? "")
  if (value === "" || choices.some((one) => one.value === value)) return choices
  return [...choices, { value, label: value }]
}
