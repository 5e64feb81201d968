const opensTransaction = "lib/platform/database.ts"
/** The platform is no noun, and reactions have no actor: they follow from what was authorized. */
const notVerbs = /^lib\/(platform|reactions)\//

/** Verbs that need no authorize or no record, and why. An entry that is no longer needed fails. */
const exceptions = new Map([
  ["lib/error-reports/answer.ts record", "its step records the answer"],
  ["lib/error-reports/report.ts record", "counts for nothing until confirmed; that is recorded"],
  ["lib/people/add-to-register.ts record", "its one step records that a person was added"],
  ["lib/comments/open-thread.ts record", "its step records that a thread was begun"],
  ["lib/comments/answer-thread.ts record", "its step records that a comment was written"],
  ["lib/comments/resolve-thread.ts record", "its step records what became of the thread"],
  ["lib/comments/reopen-thread.ts record", "its step records that the thread is open again"],
  ["lib/comments/mute-thread.ts record", "what somebody wants to hear of is their own affair"],
  ["lib/comments/mark-read.ts record", "what somebody has read is their own affair"],
  ["lib/comments/keep-draft.ts record", "what somebody types is their own until it is sent"],
  ["lib/comments/discard-begun.ts record", "what somebody typed and never sent is nobody else's"],
  ["lib/consultations/keep-answer.ts record", "what somebody types is their own until it is sent"],
  [
    "lib/consultations/discard-draft.ts record",
    "what somebody does not send stays their own affair",
  ],
  ["lib/consultations/file-kept.ts record", "its step records the comment"],
  ["lib/mapping/cells/save-cells.ts record", "its step records which rows were edited"],
  ["lib/mapping/rows/save-row.ts record", "its step records which rows were edited"],
  ["lib/mapping/cells/restore-cell.ts record", "its step records which row was edited"],
  ["lib/mapping/areas/add-area.ts record", "its step records that the area was added"],
  ["lib/mapping/areas/edit-area.ts record", "its step records that the area was edited"],
  ["lib/record/check-file.ts record", "counts an attempt; nobody's record is changed"],
  ["lib/members/ask-to-join.ts record", "counts for nothing until confirmed; that is recorded"],
  [
    "lib/live/keep-updates.ts authorize",
    "whoever wrote was asked when it came in, and again every few seconds",
  ],
  [
    "lib/minutes/live/exchange.ts record",
    "the revision that is made of what was written records it",
  ],
  ["lib/live/keep-updates.ts record", "the revision that is made of what was written records it"],
  ["lib/minutes/live/compact.ts authorize", "changes no word; the portal keeps its own log short"],
  ["lib/minutes/live/compact.ts record", "changes no word; the portal keeps its own log short"],
  [
    "lib/minutes/live/open-minutes.ts record",
    "makes no change: the same text in the form in which it is shared",
  ],
  [
    "lib/documents/live/exchange.ts record",
    "the revision that is made of what was written records it",
  ],
  [
    "lib/documents/live/open-document.ts record",
    "makes no change: the same text in the form in which it is shared",
  ],
  [
    "lib/documents/live/compact.ts authorize",
    "changes no word; the portal keeps its own log short",
  ],
  ["lib/documents/live/compact.ts record", "changes no word; the portal keeps its own log short"],
  ["lib/minutes/keep-revision.ts record", "the step that makes the revision records it"],
  ["lib/documents/keep-revision.ts record", "the step that makes the revision records it"],
  ["lib/imports/read-waiting.ts record", "its last step records that a whole batch was read"],
  ["lib/meetings/answer.ts record", "its one step records the answer"],
  ["lib/meetings/answer-by-link.ts record", "its one step records the answer"],
  ["lib/notices/mark-read.ts record", "says only what its reader has seen"],
  [
    "lib/replies/take-in-mail.ts authorize",
    "keeps a mail; whoever it is from is asked for when it is filed",
  ],
  [
    "lib/replies/take-in-mail.ts record",
    "keeps a mail; the comment that is made of it is recorded",
  ],
  [
    "lib/replies/file-reply.ts record",
    "its step records the comment; a refusal stands with the mail",
  ],
  ["lib/consultations/worksheet/work-thread.ts record", "its step records what became of a thread"],
  [
    "lib/consultations/ask-to-comment.ts record",
    "a seat counts for nothing until it is confirmed; that is recorded",
  ],
  ["lib/consultations/open.ts record", "its step records that it was opened"],
  ["lib/consultations/close.ts record", "its step records that it was closed"],
  ["lib/consultations/cancel.ts record", "its step records that it was called off"],
  ["lib/reports/drop-proposal.ts record", "its step records that it was taken back"],
  ["lib/archive/drop-proposal.ts record", "its step records that it was taken back"],
  [
    "lib/record/erase-names.ts record",
    "its step records it of every meeting, document and mapping",
  ],
  ["lib/reviews/end.ts record", "its step records how it ended"],
  ["lib/consultations/turn.ts record", "its steps record what the clock did"],
  ["lib/consultations/comment.ts record", "its step records that a thread was begun"],
  ["lib/consultations/comment-as-guest.ts record", "its step records that a thread was begun"],
  ["lib/consultations/silence.ts record", "a guest wants no mail; nobody else's concern"],
  ["lib/accounts/request-link.ts record", "counts an attempt; nobody's record is changed"],
])

/**
 * A verb owns one transaction. It asks whether the actor may, writes what happened, and is called
 * by nobody in lib.
 * @param {import("./sources.mjs").Source[]} sources
 * @param {Map<string, string>} [allowed]
 * @returns {string[]} problems
 */
export function checkVerbs(sources, allowed = exceptions) {
  const lib = sources.filter(({ name }) => name.startsWith("lib/"))
  const verbs = lib.filter(({ imports, name }) => !notVerbs.test(name) && isVerb(imports))
  const names = new Set(verbs.map(({ name }) => name))
  const used = new Set()
  const problems = []
  for (const { name, text } of verbs) {
    for (const duty of ["authorize", "record"]) {
      if (new RegExp(`\\b${duty}(<[^(]*>)?\\(`).test(text)) continue
      const key = `${name} ${duty}`
      if (allowed.has(key)) used.add(key)
      else problems.push(`${name} opens a transaction but does not ${duty}`)
    }
  }
  for (const { name, imports } of lib) {
    for (const { to, typeOnly } of imports) {
      if (!typeOnly && to !== null && names.has(to))
        problems.push(`${name} imports the verb ${to}; share a step instead`)
    }
  }
  for (const key of allowed.keys()) {
    if (!used.has(key)) problems.push(`.ci/checks/verbs.mjs excuses ${key} without need`)
  }
  return problems
}

/** @param {import("./sources.mjs").Import[]} imports */
function isVerb(imports) {
  return imports.some(
    ({ to, typeOnly, names }) =>
      to === opensTransaction && !typeOnly && names.includes("transaction"),
  )
}
