export type JustDone = {
  key: "declined" | "ended" | "broughtIn"
  counts: { added: number; changed: number }
}

/** What was just done, as the address of the page that follows a form says it; null for anything else. */
export function justDone(asked: Record<string, string | string[] | undefined>): JustDone | null {
  const key = (["declined", "ended", "broughtIn"] as const).find((each) => each === asked.done)
  if (!key) return null
  return { key, counts: { added: Number(asked.added) || 0, changed: Number(asked.changed) || 0 } }
}
