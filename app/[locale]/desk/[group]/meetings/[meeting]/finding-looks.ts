/** How a finding looks by its severity. */
export const findingLooks = {
  error: { look: "bad", icon: "bad" },
  warning: { look: "warn", icon: "warn" },
  note: { look: "note", icon: "note" },
} as const
