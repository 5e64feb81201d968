import { canonicalForm, sha256Of } from "./canonical"

/** What stands beside a version's content, in the desk: it is sealed with it, and never published. */
export type DeskSide<Finding = unknown, Override = unknown> = {
  meetingId: string
  minutesRevision: number
  publishedBy: string
  archivePublicationId: string | null
  findings: readonly Finding[]
  overrides: readonly Override[]
}

/** The hash of it that stands in the content. The order of overrides says nothing. */
export function deskHash({ meetingId, minutesRevision, ...side }: DeskSide): string {
  const { publishedBy, archivePublicationId, findings } = side
  const overrides = [...side.overrides].sort((a, b) =>
    canonicalForm(a) < canonicalForm(b) ? -1 : 1,
  )
  return sha256Of({
    ...{ meetingId, minutesRevision, publishedBy, archivePublicationId },
    ...{ findings, overrides },
  })
}
