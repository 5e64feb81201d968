import type { scopes } from "@/lib/mapping/model"

/** As the pictures name the scopes: what counts, what may come, what does not. */
export const scopeOrder = [
  "in",
  "proposed",
  "out",
] as const satisfies readonly (typeof scopes)[number][]
