import { withOwnEnds } from "@/lib/mapping/lines"

/** What was chosen on a form that comes back: what was ticked, and the area for each name of one. */
export type Chosen = { take: string[]; areas: Record<string, string> }

/** What a form that was sent had chosen; names of areas as the cells of the file say them. */
export function chosenOn(form: FormData): Chosen {
  const all = (name: string) => form.getAll(name).map(String)
  const areas = all("areas[]")
  const names = all("areaNames[]").map((name, at) => [withOwnEnds(name), areas[at] ?? ""])
  return { take: all("take[]"), areas: Object.fromEntries(names) }
}
