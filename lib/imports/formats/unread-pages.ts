import type { Finding } from "@/lib/check/model"

/** What is said of pages that are pictures, or empty: nothing of them is in the report. */
export function unreadPages(pages: readonly number[]): Finding[] {
  if (pages.length === 0) return []
  const place = { line: null, from: null, to: null, item: null }
  const values = { pages: inRuns(pages), count: pages.length }
  return [{ rule: "pages-unread", severity: "warning", place, values }]
}

/** "2–10, 12" */
function inRuns(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && last[1] === page - 1) last[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ")
}
