import { pageIn } from "@/lib/platform/pages"

/** Where a form of the annex was sent from, with the row that it changed: the same words and page again. */
export function placeInAnnex(form: FormData, row: number): string {
  const words = String(form.get("words") ?? "").trim()
  const page = pageIn(form.get("of"))
  const asked = new URLSearchParams({ taken: String(row) })
  if (words !== "") asked.set("annex", words.slice(0, 300))
  if (page > 1) asked.set("of", String(page))
  return `editions?${asked}#annex`
}
