/** Every event of the portal and what is remembered of it. Nothing here may hold a mail address or a token. */
export type Events = {
  "group.created": { slug: string }
  "group.edited": { slug: string }
  "group.wordAdded": { word: string }
  "group.wordRemoved": { word: string }
  "group.joinAsked": { request: string; name: string }
  "member.admitted": { person: string; name: string }
  "member.declined": { request: string; name: string; reason: string }
  "member.roleChanged": { person: string; name: string; role: string }
  "member.left": { person: string; name: string }
  "member.imported": { added: number; changed: number }
  "person.added": { person: string; name: string }
  "person.edited": { person: string; name: string }
  "person.merged": { kept: string; merged: string; name: string }
  "account.invited": { person: string; name: string }
  "account.disabled": { person: string; name: string }
  "account.enabled": { person: string; name: string }
  "account.removed": { person: string; name: string }
  "secretariat.begun": { person: string; name: string }
  "secretariat.ended": { person: string; name: string }
  "session.begun": Record<string, never>
  "session.ended": { count: number }
  "meeting.scheduled": { number: number | null; startsAt: string | null }
  "meeting.edited": { number: number | null; fields: string[] }
  "meeting.cancelled": { number: number | null; reason: string }
  "agenda.edited": { number: number | null; items: number }
  "agenda.itemAdded": { number: number | null; title: string }
  "agenda.itemRenamed": { number: number | null; title: string; before: string }
  "agenda.itemMoved": { number: number | null; title: string; label: string }
  "agenda.itemRemoved": { number: number | null; title: string }
  "agenda.itemMarked": { number: number | null; title: string; coverage: string }
  "agenda.itemCarried": { number: number | null; title: string; to: number | null }
  "agenda.itemReceived": { number: number | null; title: string; from: number | null }
  "clock.turned": { number: number | null; title: string }
  "clock.stopped": { number: number | null }
  "attendance.marked": { number: number | null; person: string; name: string; kind: string }
  "attendance.recorded": {
    number: number | null
    present: number
    regrets: number
    written: number
  }
  "minutes.started": { number: number | null }
  "minutes.saved": { number: number | null; revision: number }
  "minutes.named": {
    number: number | null
    revision: number
    name: string
    how: "given" | "taken"
  }
  "minutes.restored": { number: number | null; revision: number; from: number }
  "import.broughtIn": { files: number; refused: number }
  "import.corrected": { file: string }
  "import.answered": { person: string; name: string; of: string; answer: "same" | "other" }
  "import.saved": { file: string; number: number | null }
  "import.discarded": { file: string }
  "document.added": { title: string; slug: string }
  "finding.left": { number: number | null; rule: string }
  "finding.reopened": { number: number | null; rule: string }
  /** `findings` of the check, and how many of them were overridden; older entries do not say. */
  "report.published": { number: number; version: number; findings: number; overrides: number }
  "override.reviewed": { number: number; version: number; rule: string }
  "import.read": { read: number; refused: number }
  "import.paused": { waiting: number }
  "import.resumed": { waiting: number }
  "import.cancelled": { files: number }
  "import.saveAsked": { files: number }
  "import.notSaved": { file: string }
}

export type EventName = keyof Events
