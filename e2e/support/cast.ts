import { type Action, policy } from "@/lib/policy/table"

/** Sample people, each with every role that they have towards the draft of meeting 59; the weakest first. */
export const cast = {
  public: { email: null, roles: ["public"] },
  /** Holds a mailed link, and shows its token at every door. */
  guest: { email: null, roles: ["public", "guest"] },
  outsider: { email: "bram@example.org", roles: ["outsider"] },
  member: { email: "pavel@example.org", roles: ["outsider", "member"] },
  "note-taker": { email: "wanjiru@example.org", roles: ["outsider", "member", "note-taker"] },
  "co-chair": { email: "ines@example.org", roles: ["outsider", "member", "co-chair"] },
  secretariat: { email: "sofia@example.org", roles: ["outsider", "secretariat"] },
} as const

export type Who = keyof typeof cast

/** What the table says. Who takes notes of the draft is a member like others for everything else. */
export function isAllowed(who: Who, action: Action, { ofDraft }: { ofDraft: boolean }): boolean {
  const { roles } = cast[who === "note-taker" && !ofDraft ? "member" : who]
  return roles.some((role) => (policy[action] as readonly string[]).includes(role))
}
