import { foldName, type StakeholderGroup } from "@/lib/people/model"

export const roles = ["member", "co-chair"] as const
export type MemberRole = (typeof roles)[number]

/** One line of a group's list of members. */
export type MemberRow = {
  personId: string
  name: string
  affiliation: string
  /** The parts of the affiliation of today; both "" when none is known. */
  organisation: string
  capacity: string
  stakeholderGroup: StakeholderGroup | null
  role: MemberRole
  /** Since when in this role. */
  since: Date
  /** When the last stretch ended; null for whoever is a member now. */
  until: Date | null
  /** Null when there is no account, and for readers who may not see addresses. */
  email: string | null
}

export type MemberFilter = {
  text: string
  role: MemberRole | null
  stakeholderGroup: StakeholderGroup | null
}

/** Whether a member stands in a filtered list: every word begins a word of name, affiliation or address. */
export function passes(member: MemberRow, filter: MemberFilter): boolean {
  const words = foldName(filter.text).split(" ").filter(Boolean)
  const said = foldName([member.name, member.affiliation, member.email ?? ""].join(" "))
  const text = ` ${said} ${said.replace(/[^\p{L}\p{N}]+/gu, " ")}`
  return (
    (filter.role === null || member.role === filter.role) &&
    (filter.stakeholderGroup === null || member.stakeholderGroup === filter.stakeholderGroup) &&
    words.every((word) => text.includes(` ${word}`))
  )
}
