import type { z } from "zod"

/** Which field of a cell's editor does not fit: of one activity, or of the cell itself. */
export type WrongAt = { activity: string | null; part: string }

/** What of a cell is wrong, by where zod met it in what was written; null where that is the whole cell. */
export function wrongAt(
  { path }: Pick<z.core.$ZodIssue, "path">,
  written: unknown,
): WrongAt | null {
  const [first, second] = path
  if (typeof first === "string") return { activity: null, part: first }
  if (typeof first !== "number" || typeof second !== "string" || !Array.isArray(written))
    return null
  const id: unknown = written[first]?.id
  return typeof id === "string" ? { activity: id, part: second } : null
}

/** The field in an editor that is wrong, and which of its activities it belongs to, from 1. */
export function findWrong(
  box: HTMLElement,
  { activity, part }: WrongAt,
): { field: HTMLElement | null; number: number | null } {
  const all = [...box.querySelectorAll<HTMLElement>("[data-activity]")]
  const place = all.findIndex((one) => one.dataset.activity === activity)
  const around = activity === null ? box : all[place]
  return {
    field: around?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? null,
    number: place < 0 ? null : place + 1,
  }
}

const parts = ["title", "kind", "years", "body", "link"] as const

/** The field of an activity that is called this; undefined for what is no field of one. */
export const partOf = (name: string) => parts.find((part) => part === name)
