/** What is commented on: the minutes of a meeting, a document, or a row of a mapping. */
export type TextRef =
  | { kind: "minutes"; meetingId: string }
  | { kind: "document"; documentId: string }
  | { kind: "row"; rowId: string }

export const textKinds = ["minutes", "document", "row"] as const satisfies TextRef["kind"][]

/** Who wrote a comment: somebody of the register, or a guest of one consultation. */
export type Author = { personId: string } | { guestId: string }

export const threadAbouts = ["text", "section", "item", "action", "passage"] as const
export type ThreadAbout = (typeof threadAbouts)[number]

export const dispositions = ["accepted", "partly-accepted", "not-accepted", "noted"] as const
export type Disposition = (typeof dispositions)[number]

/** Whoever is told that their words are not taken, or only partly, is told why. */
export const needsReason = (disposition: Disposition): boolean =>
  disposition === "not-accepted" || disposition === "partly-accepted"

export const reactionKinds = ["agree", "question"] as const
export type ReactionKind = (typeof reactionKinds)[number]

export type CommentWay = "portal" | "link" | "mail" | "sheet"
export type Moderation = "waiting" | "admitted" | "refused"

/** As it is kept. */
export type ThreadRowState = "open" | "resolved"

/** A thread that was resolved and is open again is `reopened`. */
export type ThreadState = "open" | "resolved" | "reopened"

/** The words that a thread is about, as they stood when it began, with some before and after them. */
export type Quote = { quote: string; before: string; after: string }

/** The ends of a passage in the shared document (encoded Yjs relative positions) and its words. */
export type Passage = { start: Uint8Array; end: Uint8Array } & Quote

/** What somebody says. `submission` is a uuid made up by the form or the mail: sent twice, it counts once. */
export type NewComment = {
  text: string
  submission: string
  /** Words proposed in the place of the passage. */
  proposal?: string | null
  way: CommentWay
  /** Came after the consultation closed, where that is allowed. */
  late?: boolean
  /** The author asks not to be named in what is published. */
  unnamed?: boolean
  moderation?: Moderation
  consultationId?: string | null
  /** The key of the draft that it was typed as, when it is not the usual one; forgotten once it is filed. */
  draft?: string | null
}

/** A consultation that takes comments on a text, in time or late, as a form names it. */
export type TakingConsultation = { id: string; slug: string; title: string; late: boolean }

/** A part of a line of a comment. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "code"; text: string }
  | { kind: "strong"; pieces: Piece[] }
  | { kind: "emphasis"; pieces: Piece[] }
  | { kind: "link"; href: string; pieces: Piece[] }
  | { kind: "mention"; personId: string; text: string }
  /** A name that several people have: nobody was told. */
  | { kind: "namesakes"; text: string }

/** Light markup, read: what a screen shows of the text of a comment. */
export type Part =
  | { kind: "paragraph"; pieces: Piece[] }
  | { kind: "list"; ordered: boolean; start: number; items: Part[][] }
  | { kind: "quote"; parts: Part[] }
  | { kind: "code"; text: string }

/** How many reacted so, who they are, and whether the reader is one of them. */
export type ReactionView = { count: number; names: string[]; mine: boolean }

/** What somebody typed and has not sent, with what it is about where that has not begun. */
export type TypedDraft = {
  text: string
  proposal: string
  unnamed: boolean
  /** As `at` of the form says it; null where it is not asked. */
  place: string | null
  quote: Quote | null
}

/** What a comment said until it was edited. */
export type EarlierWords = { text: string; proposal: string | null; until: string }

/** That a comment was hidden, and is shown again since. Instants are ISO 8601. */
export type PastHide = Record<"hidden" | "shown", { at: string; by: string; reason: string }>

/** Instants are ISO 8601 in UTC, so that a view is the same in a page and as JSON. */
export type CommentView = {
  id: string
  seq: number
  author: { kind: "person" | "guest"; id: string; name: string; capacity: string }
  /** Whether the reader wrote it. */
  mine: boolean
  /** Whether it counts to a consultation that takes nothing more, so that its words stay. */
  fixed: boolean
  /** As typed; "" when it is withdrawn or hidden from the reader. */
  text: string
  parts: Part[]
  proposal: string | null
  applied: { by: string; at: string } | null
  way: CommentWay
  late: boolean
  unnamed: boolean
  /** Whether its author may still say if it is published under their name. */
  nameable: boolean
  moderation: Moderation
  createdAt: string
  editedAt: string | null
  /** The oldest first; none of what is withdrawn or hidden from the reader. */
  earlier: EarlierWords[]
  /** When its author withdrew it: a stub remains. */
  withdrawnAt: string | null
  hidden: { reason: string; by: string } | null
  /** That it was hidden before, the oldest first; for those who may hide alone. */
  hides: PastHide[]
  reactions: Record<ReactionKind, ReactionView>
  /** Came since the reader was here, from somebody else. */
  fresh: boolean
}

export type ThreadView = {
  id: string
  text: TextRef
  about: ThreadAbout
  place: string | null
  /** The section in which it stands: its place, but for a passage of a document. */
  under: string | null
  passage: (Quote & { start: string | null; end: string | null }) | null
  /** Since when what it is about stands no longer in the text. */
  lostAt: string | null
  /** What a section, an item or an action that it is about was last called or said; "" of a passage. */
  wasAbout: string
  consultationId: string | null
  state: ThreadState
  resolved: { disposition: Disposition; reason: string; by: string; at: string } | null
  revision: number
  createdAt: string
  /** The comments that are shown, in their order. `skipped` lie between the first of them and the rest. */
  comments: CommentView[]
  skipped: number
  /** How many comments it has, and how many of them are fresh. */
  count: number
  fresh: number
  muted: boolean
  /** What the reader typed as an answer and has not sent. */
  draft: TypedDraft | null
  /** For the next answer of the reader. */
  submission: string
}

/** A page of threads, with what the reader may do. */
export type ThreadsView = {
  threads: ThreadView[]
  page: number
  pages: number
  total: { threads: number; open: number; comments: number; fresh: number }
  /** The sequence numbers of the fresh comments that the reader can see, in reading order. */
  fresh: { seq: number; threadId: string; commentId: string }[]
  /** The newest comment of the text, or of it in a consultation: what reading up to here means. */
  last: number
  /** Up to which comment the reader had read: what is fresh came after it. */
  since: number
  may: { write: boolean; resolve: boolean; hide: boolean }
  /** To which consultations a new comment of the reader can count, the usual one first. */
  consultations: TakingConsultation[]
  /** Whom a comment can name; nobody for guests. */
  people: { id: string; name: string }[]
  /** For the next thread of the reader, and what was typed of it, by its key. */
  submission: string
  drafts: Record<string, TypedDraft>
}

/** A comment has to stay within these; lengths in characters. */
export const commentLimits = {
  text: 10_000,
  proposal: 10_000,
  reason: 2_000,
  quote: 2_000,
  around: 200,
  place: 100,
  mentions: 20,
  /** Comments that one person can send in `perMinutes`. */
  per: 30,
  perMinutes: 10,
  /** What else one person can do in a quarter of an hour; drafts are kept while somebody types. */
  edits: 60,
  reactions: 120,
  drafts: 900,
  passages: 60,
}

/** The id of the meeting, the document or the row. */
export function textIdOf(text: TextRef): string {
  if (text.kind === "minutes") return text.meetingId
  return text.kind === "document" ? text.documentId : text.rowId
}

/** The text of an id and its kind. */
export function textRefOf(kind: TextRef["kind"], id: string): TextRef {
  if (kind === "minutes") return { kind, meetingId: id }
  return kind === "document" ? { kind, documentId: id } : { kind, rowId: id }
}

/** What a new thread is about as one word of a form: `text`, `section:opening`, `passage:…`. */
export const atOf = (about: ThreadAbout, place: string | null): string =>
  place === null ? about : `${about}:${place}`

/** Where a draft belongs: to an answer in a thread, or to a thread that has not begun. */
export const answerKey = (threadId: string): string => threadId
export const beginKey = (text: TextRef, about: ThreadAbout, place: string | null): string =>
  `${textIdOf(text)}:${atOf(about, place)}`

/** The draft of the form for a new thread, whichever place is chosen in it at last. */
export const newKey = (text: TextRef): string => `${textIdOf(text)}:new`

/** The draft of a thread on a passage: of these words with these around them, and no others of the part. */
export function passageKey(text: TextRef, fragment: string, words: Quote): string {
  const { quote, before, after } = words
  return `${beginKey(text, "passage", fragment)}:${digest([quote, before, after].join("\u0000"))}`
}

/** The draft of other words for a comment. */
export const editKey = (commentId: string): string => `edit:${commentId}`

/** Whether a draft holds anything. */
export const isTyped = (
  draft: { text: string; proposal?: string | undefined } | null | undefined,
): boolean => Boolean(draft?.text.trim() || draft?.proposal?.trim())

/** A short word for a text that no other text of one author has: two sums of 32 bits (FNV-1a). */
function digest(text: string): string {
  const sum = (start: number) => {
    let value = start
    for (let at = 0; at < text.length; at++)
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
    return value.toString(36)
  }
  return `${sum(0x811c9dc5)}-${sum(0x2f0b4a27)}`
}
