/** Every event of the portal and what is remembered of it. Nothing here may hold a mail address or a token. */
export type Events = {
  "group.created": { slug: string }
  "group.edited": { slug: string }
  /** How many co-chairs it takes to publish a report, and the revision of the group that said so first. */
  "group.publishersChanged": { from: number; to: number; revision: number }
  "group.wordAdded": { word: string }
  "group.wordRemoved": { word: string }
  "group.joinAsked": { request: string; name: string }
  "member.admitted": { person: string; name: string }
  "member.declined": { request: string; name: string; reason: string }
  "member.roleChanged": { person: string; name: string; role: string }
  "member.left": { person: string; name: string }
  /** `newcomers`: the ids of whoever became a member or got an account by it; older entries lack it. */
  "member.imported": { added: number; changed: number; newcomers?: string[] }
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
  "import.answerTakenBack": { person: string; name: string; of: string }
  "import.saved": { file: string; number: number | null }
  "import.discarded": { file: string }
  "import.takenUp": { file: string }
  "import.triedAgain": { file: string }
  "import.kindChanged": { file: string; kind: "report" | "document" }
  "document.added": { title: string; slug: string }
  "finding.left": { number: number | null; rule: string }
  /** What was left in the import that the minutes were made of. */
  "import.findingsLeft": { number: number | null; findings: number }
  "finding.reopened": { number: number | null; rule: string }
  /** `findings` of the check, and how many of them were overridden; older entries do not say. */
  "report.published": { number: number; version: number; findings: number; overrides: number }
  "override.reviewed": { number: number; version: number; rule: string }
  "import.read": { read: number; refused: number }
  "import.paused": { waiting: number }
  "import.resumed": { waiting: number }
  "import.cancelled": { files: number }
  "import.numbered": { files: number }
  "import.saveAsked": { files: number }
  "import.notSaved": { file: string }
  "thread.begun": { thread: string; comment: string; title: string }
  "comment.written": { thread: string; comment: string; title: string }
  "comment.edited": { thread: string; comment: string; title: string }
  "comment.withdrawn": { thread: string; comment: string; title: string }
  "comment.named": { thread: string; comment: string; title: string; to: "named" | "unnamed" }
  "comment.hidden": { thread: string; comment: string; title: string; reason: string }
  "comment.shown": { thread: string; comment: string; title: string; reason: string }
  "comment.reacted": { thread: string; comment: string; title: string; kind: string }
  "comment.moderated": { thread: string; comment: string; title: string; answer: string }
  "thread.resolved": { thread: string; title: string; disposition: string }
  "thread.reopened": { thread: string; title: string }
  "proposal.applied": { thread: string; comment: string; title: string }
  "consultation.planned": { title: string }
  /** `takenBack`: how many lost their invitation because it is for members alone now. */
  "consultation.edited": { title: string; fields: string[]; takenBack?: number }
  "consultation.opened": { title: string; closesAt: string }
  "consultation.reminded": { title: string }
  /** `early`: a person closed it before its day. */
  "consultation.closed": { title: string; comments: number; early?: true }
  /** After its end. `until` is an instant. */
  "consultation.lateAllowed": { title: string; until: string }
  "consultation.lateEnded": { title: string }
  "consultation.cancelled": { title: string; reason: string }
  "consultation.invited": { title: string; invited: number }
  "consultation.invitationTakenBack": { title: string }
  "consultation.confirmed": { title: string; guest: string }
  "consultation.guestChanged": { title: string; guestId: string }
  "consultation.worked": { title: string; changed: number }
  "compendium.published": { title: string; version: number; comments: number }
  "document.edited": { title: string; fields: string[] }
  "document.saved": { title: string; revision: number }
  "document.restored": { title: string; revision: number; from: number }
  "document.statusChanged": { title: string; status: string; before: string }
  "document.versionMade": { title: string; version: number; name: string }
  "document.published": { title: string; version: number; name: string }
  "document.dispatched": { title: string; kind: string; party: string; day: string }
  "document.dispatchWithdrawn": { title: string; party: string; day: string; reason: string }
  "document.missingFilled": { label: string }
  /** `revision` of the facts that were announced. */
  "meeting.announced": { number: number | null; to: "members" | "list" | "both"; revision: number }
  "meeting.answered": { number: number | null; person: string; name: string; answer: string }
  "report.announced": { number: number; version: number }
  "consultation.announced": { title: string }
  "notices.chosen": { kinds: number }
  "mail.triedAgain": { mails: number }
  "review.opened": { number: number | null; closesAt: string; asked: number }
  /** `review` is its id; events of the first releases lack it. */
  "review.ended": { number: number | null; end: "passed" | "ended" | "given-up"; review?: string }
  "quote.asked": { number: number | null; name: string }
  "quote.answered": { number: number | null; name: string; answer: string }
  "quote.settled": { number: number | null; name: string; settlement: string }
  "report.proposed": { number: number | null; version: number }
  /** `version` is the one that would be taken back. */
  "report.withdrawalProposed": { number: number; version: number }
  "report.proposalDropped": { number: number | null; version: number }
  "correction.begun": { number: number; version: number; reason: string }
  "correction.dropped": { number: number; version: number }
  /** A further version; `reason` is what it corrects. */
  "report.corrected": {
    number: number
    version: number
    findings: number
    overrides: number
    reason: string
  }
  "report.withdrawn": { number: number; version: number; reason: string }
  "archive.published": { reports: number }
  "archive.proposed": { reports: number }
  "archive.proposalDropped": { reports: number }
  /** `error` is the id of what was reported; older entries do not say. */
  "error.reported": { number: number; version: number; error?: string }
  "error.answered": { number: number; version: number; answer: string }
  /** `mandate` is the title of the mandate that is mapped. */
  "mapping.begun": { mandate: string }
  "mapping.described": { mandate: string; fields: string[] }
  /** `rows` are the numbers of the first twenty of `count`. */
  "mapping.edited": { mandate: string; rows: number[]; count: number; fields: string[] }
  "mapping.rowAdded": { mandate: string; row: number; area: string }
  "mapping.rowsAdded": { mandate: string; rows: number[]; count: number }
  "mapping.rowMoved": { mandate: string; row: number; area: string }
  "mapping.rowRetired": { mandate: string; row: number; reason: string }
  "mapping.rowReturned": { mandate: string; row: number }
  /** Many at once; the first of them by their numbers. */
  "mapping.rowsRetired": { mandate: string; rows: number[]; count: number; reason: string }
  "mapping.rowsReturned": { mandate: string; rows: number[]; count: number }
  "mapping.rowDiscussed": { mandate: string; row: number; number: number | null }
  "mapping.rowNotDiscussed": { mandate: string; row: number; number: number | null }
  "mapping.areaAdded": { mandate: string; area: string }
  "mapping.areaEdited": { mandate: string; area: string }
  "mapping.areaMoved": { mandate: string; area: string }
  "mapping.areaRemoved": { mandate: string; area: string }
  "mapping.broughtIn": { mandate: string; file: string; added: number; changed: number }
  "mapping.activityReturned": { mandate: string; row: number; activity: string }
  "edition.frozen": { mandate: string; edition: number; rows: number; annexed: number }
  /** On the mailing list of the group. */
  "edition.announced": { mandate: string; edition: number }
  /** The portal noticed that the next edition is due. */
  "edition.due": { mandate: string; edition: number }
  /** Nothing of the name; `reports` that held it. `names` are places (version.key); earlier releases kept none. */
  "record.nameErased": { reports: number; because: string; names?: string[] }
}

export type EventName = keyof Events
