import { withOwnEnds } from "@/lib/mapping/model"

/**
 * What was chosen on a form that comes back: what was ticked, whether all that may be taken unseen, the area
 * for each name of one, and which of these names are to be kept.
 */
export type Chosen = {
  take: string[]
  all: boolean
  areas: Record<string, string>
  remember: string[]
}

/** What a form that was sent had chosen; names of areas as the cells of the file say them. */
export function chosenOn(form: FormData): Chosen {
  const sent = (name: string) => form.getAll(name).map(String)
  const areas = sent("areas[]")
  const names = sent("areaNames[]").map((name, at) => [withOwnEnds(name), areas[at] ?? ""])
  const all = form.get("all") === "on"
  const remember = sent("remember[]").map(withOwnEnds)
  return { take: sent("take[]"), all, areas: Object.fromEntries(names), remember }
}
