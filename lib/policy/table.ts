import type { Role } from "@/lib/platform/actor"

const everyone: readonly Role[] = [
  "public",
  "guest",
  "outsider",
  "member",
  "note-taker",
  "responsible",
  "co-chair",
  "secretariat",
]
const signedIn: readonly Role[] = [
  "outsider",
  "member",
  "note-taker",
  "responsible",
  "co-chair",
  "secretariat",
]
const members: readonly Role[] = ["member", "note-taker", "responsible", "co-chair", "secretariat"]
const noteTakers: readonly Role[] = ["note-taker", "co-chair", "secretariat"]
const holders: readonly Role[] = ["note-taker", "responsible", "co-chair", "secretariat"]
const coChairs: readonly Role[] = ["co-chair", "secretariat"]
const secretariat: readonly Role[] = ["secretariat"]
const guests: readonly Role[] = ["guest"]

/** Who may do what. This screen is the whole policy; whether it may happen now is for each noun's `status.ts`. */
export const policy = {
  "record.check": everyone, // whether a file is the published one
  "record.read": everyone, // what is published, and what a group announces
  "join.ask": everyone,
  "join.confirm": guests,
  "sign-in.ask": everyone,
  "sign-in.confirm": everyone, // by whoever holds the link
  "sign-in.sample": everyone, // exists in sample mode only
  "outbox.read": everyone, // exists in sample mode only

  "desk.enter": signedIn,
  "sessions.see": signedIn, // one's own
  "sessions.end": signedIn, // one's own

  "group.work": members, // see that the desk of the group exists
  "group.edit": coChairs,
  "group.dropSecond": secretariat, // let one co-chair publish where it took two
  "group.create": secretariat,

  "meeting.read": members,
  "meeting.joinLink": members,
  "meeting.schedule": coChairs,
  "meeting.edit": coChairs,
  "meeting.cancel": coChairs,
  "agenda.edit": members,
  "meeting.clock": noteTakers,
  "attendance.record": noteTakers,

  "minutes.read": members,
  "minutes.edit": members,
  "minutes.name": members, // a revision of them
  "minutes.restore": noteTakers,
  "minutes.correct": noteTakers, // change them while they are in review or corrected

  "import.read": coChairs,
  "import.bringIn": coChairs,
  "report.publish": coChairs, // or propose it, where two are needed; correct, withdraw
  "review.open": coChairs, // and end it, and settle what quoted people answered
  "review.read": members,
  "quote.answer": guests, // for one's own words, by link
  "archive.publish": coChairs, // reports of the past, quietly
  "error.report": everyone, // of a published version
  "error.confirm": guests, // that an address is one's own
  "error.answer": coChairs,
  "record.erase": secretariat, // a name, on a person's lawful request

  "document.read": members,
  "document.begin": members,
  "document.edit": members, // its text
  "document.hold": holders, // its title, kind, status, versions, what was sent
  "document.publish": coChairs,

  "mapping.read": members,
  "mapping.begin": coChairs,
  "mapping.edit": members, // its rows and areas
  "mapping.decide": coChairs, // what is in scope
  "mapping.hold": coChairs, // its goal, its rule, when its editions are due
  "mapping.bringIn": members, // rows of a file
  "edition.freeze": coChairs,

  "comment.read": members,
  "comment.write": members,
  "comment.hide": coChairs,
  "thread.resolve": holders, // whoever holds the text
  "consultation.read": members,
  "consultation.hold": coChairs, // prepare, open, invite and take that back, close, work through, publish the compendium
  "consultation.comment": guests, // by link, in one consultation; members write comments
  "consultation.confirm": guests, // that an address is one's own
  "meeting.answer": members, // whether one comes
  "meeting.answerByLink": guests, // by the link of the mail that announced it
  "meeting.announce": coChairs,
  "notices.see": signedIn, // one's own
  "notices.choose": signedIn, // one's own
  "notices.unsubscribe": guests, // by the link of a mail
  "mail.failures": secretariat,
  "search.public": everyone, // finds published records alone
  "search.desk": signedIn, // finds what one may read
  "override.read": coChairs, // the reasons to publish in spite of an error
  "override.review": coChairs,

  "member.list": members,
  "member.admit": coChairs,
  "member.change": coChairs,
  "member.export": coChairs,
  "member.import": coChairs,
  "person.find": members, // names and affiliations, for pickers
  "person.add": noteTakers,
  "person.see": secretariat, // the whole record of one person
  "person.edit": secretariat,
  "person.merge": secretariat,
  "account.invite": secretariat,
  "account.disable": secretariat, // and enable, and remove
  "secretariat.change": secretariat,
  "activity.read": coChairs,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof policy
