import { randomUUID } from "node:crypto"
import { forms } from "@/lib/policy/forms"
import { fillAddress } from "./support/addresses"
import { cast, isAllowed, type Who } from "./support/cast"
import { startPortal } from "./support/portal"
import { callAction, FILE, serverActions } from "./support/server-actions"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

/** Ids of the sample that the forms below speak of. */
type Ids = {
  group: string
  draft: string
  published: string
  person: string
  other: string
  request: string
  token: string
  batch: string
  file: string
  /** A file that is offered as a document. */
  offered: string
  document: string
  documentId: string
  /** A version of it that is not public, a sending of it, its file, a document that it misses. */
  version: string
  dispatch: string
  attachment: string
  missing: string
  /** The mapping of the Roadmap, with one of its areas and rows. */
  mapping: string
  /** An activity in the annex of the mapping. */
  annex: string
  /** Its first edition. */
  edition: string
  area: string
  row: string
  /** The sample's mapping, and a table that was brought into it. */
  roadmap: string
  sheet: string
  /** A mapping with a row, of which meeting 58 spoke. */
  discussedMapping: string
  discussion: string
  thread: string
  comments: Record<string, string>
  item: string
  override: string
  /** An error that somebody reported of the published report. */
  errorId: string
  /** An open consultation, and its one text. */
  consultation: string
  consultationId: string
  consultationText: string
  waitingComment: string
  waitingThread: string
  invitedGuest: string
  /** A request to somebody who is quoted, with other words. */
  quote: string
}

const asked = {
  title: "The rules",
  question: "What is missing?",
  zone: "UTC",
  closesDay: "2031-03-01",
  closesTime: "12:00",
}

/** A comment of one's own, or of a member for whoever has none. */
const own = (comments: Record<string, string>, who: Who) =>
  comments[cast[who].email ?? ""] ?? comments["pavel@example.org"] ?? ""

const meeting = { zone: "UTC", participantList: "annexed", day: "2027-02-03", time: "13:00" }

const facts = { title: "Letter", kind: "letter", language: "en" }

/** For each form, fields whose shape is right, so that permission is what decides. */
const filled: Record<string, (ids: Ids, who: Who) => Record<string, string>> = {
  endOtherSessionsAction: () => ({ which: "others" }),
  markNoticesReadAction: () => ({}),
  chooseNoticesAction: () => ({ locale: "en", zone: "UTC" }),
  tryMailsAgainAction: () => ({}),
  announceReportAction: ({ published }) => ({ meetingId: published }),
  announceConsultationAction: ({ consultationId }) => ({ consultationId }),
  createGroupAction: () => ({
    slug: `wg-${randomUUID().slice(0, 8)}`,
    shortName: "WG-New",
    name: "A new group",
  }),
  editGroupAction: ({ group }) => ({
    groupId: group,
    revision: "1",
    shortName: "WG-Strategy",
    name: "Strategy",
  }),
  addWordAction: ({ group }) => ({ groupId: group, word: "Harbourage" }),
  removeWordAction: ({ group }) => ({ groupId: group, wordId: randomUUID() }),
  leaveFindingAction: ({ draft }) => ({ meetingId: draft, key: '["spelling"]' }),
  reopenFindingAction: ({ draft }) => ({ meetingId: draft, key: '["spelling"]' }),
  reviewOverrideAction: ({ override }) => ({ overrideId: override, note: "Looked at." }),
  addToRegisterAction: () => ({ name: "Quinn Example" }),
  editPersonAction: ({ person }) => ({ personId: person, mark: "0", name: "Quinn Example" }),
  eraseNamesAction: () => ({
    "names.0": `${randomUUID()}.p1`,
    because: "A lawful request",
    sure: "on",
    mark: "0".repeat(64),
  }),
  mergePeopleAction: ({ person, other }) => ({ keptId: person, mergedId: other }),
  invitePersonAction: ({ person, group }) => ({ personId: person, groupId: group }),
  disableAccountAction: ({ person }) => ({ personId: person }),
  enableAccountAction: ({ person }) => ({ personId: person }),
  removeAccountAction: ({ person }) => ({ personId: person }),
  changeSecretariatAction: ({ person }) => ({ personId: person, to: "begin" }),
  addMemberAction: ({ group }) => ({ groupId: group, name: "Quinn Example" }),
  admitRequestAction: ({ group, request }) => ({ groupId: group, requestId: request }),
  declineRequestAction: ({ group, request }) => ({
    groupId: group,
    requestId: request,
    reason: "Another group fits better.",
  }),
  bringInMembersAction: ({ group }) => ({ groupId: group, file: FILE }),
  changeRoleAction: ({ group, person }) => ({ groupId: group, personId: person, role: "co-chair" }),
  // What one has ended the next cannot end again.
  endMembershipAction: ({ group, person, other }, who) => ({
    groupId: group,
    personId: who === "secretariat" ? person : other,
  }),
  startMinutesAction: ({ draft }) => ({ meetingId: draft }),
  keepRevisionAction: ({ draft }) => ({ meetingId: draft }),
  savePlainMinutesAction: ({ draft }) => ({
    meetingId: draft,
    base: "1",
    locale: "en",
    "sections.opening": "Words.",
  }),
  nameRevisionAction: ({ draft }) => ({ meetingId: draft, number: "1", name: "Before the call" }),
  restoreMinutesAction: ({ draft }) => ({ meetingId: draft, number: "1", base: "1" }),
  bringInAction: ({ group }) => ({ groupId: group, "files[]": FILE }),
  bringInPartAction: ({ group }) => ({ groupId: group, "files[]": FILE }),
  pauseBatchAction: ({ batch }) => ({ slug: "wg-strategy", batchId: batch }),
  resumeBatchAction: ({ batch }) => ({ slug: "wg-strategy", batchId: batch }),
  cancelWaitingAction: ({ batch }) => ({ slug: "wg-strategy", batchId: batch }),
  takeNumbersAction: ({ batch }) => ({ slug: "wg-strategy", batchId: batch }),
  correctImportAction: ({ file }) => ({
    fileId: file,
    revision: "1",
    list: "annexed",
    zone: "UTC",
  }),
  answerPersonAction: ({ batch, person }) => ({
    batchId: batch,
    answer: `name=Quinn+Example&personId=${person}&answer=same`,
  }),
  saveBatchAction: ({ batch }) => ({ slug: "wg-strategy", batchId: batch }),
  saveDocumentAction: ({ offered }) => ({ fileId: offered, revision: "1", title: "Charter" }),
  discardImportAction: ({ file }) => ({ fileId: file, revision: "1" }),
  takeUpImportAction: ({ file }) => ({ fileId: file, revision: "1" }),
  tryImportAgainAction: ({ file }) => ({ fileId: file, revision: "1" }),
  changeKindAction: ({ file }) => ({ fileId: file, revision: "1", kind: "document" }),
  startDocumentAction: ({ group }) => ({ groupId: group, ...facts }),
  editDocumentAction: ({ documentId }) => ({ documentId, revision: "1", ...facts }),
  changeStatusAction: ({ documentId }) => ({ documentId, from: "draft", to: "agreed" }),
  makeVersionAction: ({ documentId }) => ({ documentId, revision: "1", name: "Third" }),
  publishVersionAction: ({ version }) => ({ versionId: version }),
  keepDocumentAction: ({ documentId }) => ({ documentId }),
  savePlainDocumentAction: ({ documentId }) => ({ documentId, base: "1", text: "Words" }),
  restoreDocumentAction: ({ documentId }) => ({ documentId, number: "1", base: "1" }),
  noteDispatchAction: ({ documentId }) => ({
    ...{ documentId, kind: "sent", party: "The Secretariat", day: "2026-02-03" },
  }),
  withdrawDispatchAction: ({ documentId, dispatch }) => ({
    ...{ documentId, dispatchId: dispatch, reason: "A mistake" },
  }),
  fillMissingAction: ({ missing }) => ({
    missingId: missing,
    href: "https://tides.example.org/annex.pdf",
  }),
  beginMappingAction: ({ group }) => ({
    ...{ groupId: group, mandateId: "new", title: "Agenda", symbol: `A/${randomUUID()}` },
    ...{ goal: "", rule: "", months: "6", areas: "", crossCutting: "The rest" },
  }),
  describeMappingAction: ({ mapping }) => ({
    ...{ mappingId: mapping, revision: "1", goal: "To show.", rule: "All.", months: "5" },
  }),
  addAreaAction: ({ mapping }) => ({ mappingId: mapping, title: "Tides", aliases: "" }),
  editAreaAction: ({ area }) => ({ areaId: area, revision: "1", title: "Quays", aliases: "" }),
  moveAreaAction: ({ area }) => ({ areaId: area, after: "" }),
  // Holds rows, so that whoever may remove it is told why it stays.
  removeAreaAction: ({ area }) => ({ areaId: area }),
  addRowAction: ({ mapping, area }) => ({ mappingId: mapping, id: randomUUID(), areaId: area }),
  saveRowAction: ({ row }) => ({ rowId: row, "base.status": "0", status: "done" }),
  confirmRowAction: ({ mapping, row }) => ({ mappingId: mapping, rowId: row, base: "0" }),
  moveRowAction: ({ row, area }) => ({ rowId: row, areaId: area, after: "" }),
  // The second change of the sample's mapping is one of this row's words, which were changed since.
  restoreCellAction: ({ row }) => ({ rowId: row, change: "2", side: "after", base: "0" }),
  // The table was changed since the one that this form speaks of, so that nobody freezes it here.
  freezeEditionAction: ({ mapping }) => ({
    ...{ mappingId: mapping, edition: "2", change: "0", mark: "a".repeat(64) },
  }),
  // Other documents were made than the form knows of, so that none is made here.
  askAboutEditionAction: ({ edition }) => ({
    ...{ editionId: edition, title: "The rows", "areas.0": "ai", made: "99" },
  }),
  announceEditionAction: ({ mapping }) => ({ mappingId: mapping, edition: "1" }),
  returnActivityAction: ({ annex }) => ({ annexId: annex }),
  retireRowAction: ({ row }) => ({ rowId: row, reason: "Said twice" }),
  returnRowAction: ({ row }) => ({ rowId: row }),
  discussRowAction: ({ discussedMapping, published }) => ({
    ...{ mappingId: discussedMapping, row: "1", meetingId: published },
  }),
  keepSheetAction: ({ roadmap }) => ({ mappingId: roadmap, file: FILE }),
  bringSheetInAction: ({ sheet }) => ({ sheetId: sheet, mark: "another" }),
  undiscussRowAction: ({ discussion }) => ({ discussionId: discussion }),
  addItemAction: ({ draft }) => ({ meetingId: draft, title: "A late item" }),
  renameItemAction: ({ draft, item }) => ({ meetingId: draft, itemId: item, title: "Renamed" }),
  moveItemAction: ({ draft, item }) => ({ meetingId: draft, itemId: item, move: "down" }),
  removeItemAction: ({ draft, item }) => ({ meetingId: draft, itemId: item }),
  markItemAction: ({ draft, item }) => ({ meetingId: draft, itemId: item, coverage: "discussed" }),
  carryItemAction: ({ draft, item }) => ({ meetingId: draft, itemId: item }),
  openThreadAction: ({ draft }) => ({
    "on.kind": "minutes",
    "on.id": draft,
    at: "text",
    text: "A word.",
    submission: randomUUID(),
  }),
  answerThreadAction: ({ thread }) => ({
    threadId: thread,
    text: "An answer.",
    submission: randomUUID(),
  }),
  discardBegunAction: ({ draft }) => ({
    ...{ "on.kind": "minutes", "on.id": draft, key: `${draft}:new` },
  }),
  editCommentAction: ({ comments }, who) => ({ commentId: own(comments, who), text: "Better." }),
  withdrawCommentAction: ({ comments }, who) => ({ commentId: own(comments, who) }),
  withholdNameAction: ({ comments }, who) => ({ commentId: own(comments, who), to: "unnamed" }),
  reactAction: ({ comments }, who) => ({ commentId: own(comments, who), kind: "agree" }),
  applyProposalAction: ({ comments }, who) => ({ commentId: own(comments, who), seen: "Words." }),
  applyToDocumentAction: ({ waitingComment }) => ({ commentId: waitingComment, seen: "Words." }),
  muteThreadAction: ({ thread }) => ({ threadId: thread, to: "muted" }),
  markReadAction: ({ draft }) => ({ "on.kind": "minutes", "on.id": draft, seq: "1" }),
  // The note-taker of the draft holds its minutes.
  resolveThreadAction: ({ thread, draft }) => ({
    threadId: thread,
    revision: "1",
    disposition: "noted",
    reason: `On ${draft}`,
  }),
  reopenThreadAction: ({ thread, draft }) => ({ threadId: thread, revision: "1", of: draft }),
  hideCommentAction: ({ comments }, who) => ({ commentId: own(comments, who), reason: "Why." }),
  showCommentAction: ({ comments }, who) => ({ commentId: own(comments, who), reason: "Why." }),
  // Before the meeting is edited, which takes the note-taker away.
  goToItemAction: ({ draft }) => ({ meetingId: draft }),
  stopClockAction: ({ draft }) => ({ meetingId: draft }),
  markSeatAction: ({ draft, person }) => ({ meetingId: draft, personId: person, kind: "regrets" }),
  seatByNameAction: ({ draft }) => ({ meetingId: draft, name: "Quinn Example" }),
  recordAttendanceAction: ({ draft }) => ({ meetingId: draft, revision: "1" }),
  planConsultationAction: ({ group, draft }) => ({
    groupId: group,
    ...asked,
    audience: "anyone",
    opensDay: "2031-02-01",
    opensTime: "12:00",
    "texts.0": `minutes:${draft}`,
  }),
  inviteGuestsAction: ({ consultationId }) => ({
    consultationId,
    addresses: "guest@example.org",
  }),
  takeBackInvitationAction: ({ consultationId, invitedGuest }) => ({
    consultationId,
    guestId: invitedGuest,
  }),
  moderateCommentAction: ({ consultationId, waitingComment }) => ({
    consultationId,
    commentId: waitingComment,
    answer: "admitted",
  }),
  workThreadAction: ({ consultationId, waitingThread }) => ({
    consultationId,
    threadId: waitingThread,
    revision: "1",
    disposition: "noted",
  }),
  bringInSheetAction: ({ consultationId }) => ({ consultationId, file: FILE }),
  publishCompendiumAction: ({ consultationId }) => ({ consultationId, version: "2" }),
  commentInConsultationAction: ({ consultationId, consultationText }) => ({
    consultationId,
    consultationTextId: consultationText,
    text: "Add a date.",
    submission: randomUUID(),
  }),
  discardDraftAction: ({ consultationId }) => ({ consultationId, draftId: randomUUID() }),
  // Nothing is kept under it, which is said to whoever may.
  fileKeptAction: ({ consultationId }) => ({ consultationId, draftId: randomUUID() }),
  // The consultation is not over, so it is refused to whoever may.
  allowLateAction: ({ consultationId }) => ({
    ...{ consultationId, revision: "1", zone: "UTC", lateDay: "2031-03-05", lateTime: "12:00" },
  }),
  endLateAction: ({ consultationId }) => ({ consultationId, revision: "1" }),
  editConsultationAction: ({ consultationId }) => ({ consultationId, revision: "1", ...asked }),
  openConsultationAction: ({ consultationId }) => ({ consultationId, revision: "1" }),
  extendConsultationAction: ({ consultationId }) => ({
    consultationId,
    revision: "2",
    ...asked,
    closesDay: "2031-04-01",
  }),
  closeConsultationAction: ({ consultationId }) => ({ consultationId, revision: "3" }),
  cancelConsultationAction: ({ consultationId }) => ({
    consultationId,
    revision: "3",
    reason: "A reason",
  }),
  // A call that is over is refused to whoever may; the draft's was held.
  answerMeetingAction: ({ draft }) => ({ meetingId: draft, answer: "coming" }),
  announceMeetingAction: ({ draft }) => ({ meetingId: draft, revision: "1", to: "members" }),
  scheduleMeetingAction: ({ group }) => ({ groupId: group, ...meeting }),
  editMeetingAction: ({ draft }) => ({ meetingId: draft, revision: "1", ...meeting }),
  editAgendaAction: ({ draft }) => ({ meetingId: draft, revision: "1" }),
  cancelMeetingAction: ({ published }) => ({
    meetingId: published,
    revision: "1",
    reason: "A reason",
  }),
  // A version that does not stand, a state that forbids it: refused to whoever may, after they were asked for.
  beginCorrectionAction: ({ published }) => ({ meetingId: published, version: "9", reason: "A" }),
  dropCorrectionAction: ({ published }) => ({ meetingId: published }),
  withdrawReportAction: ({ published }) => ({ meetingId: published, version: "9", reason: "A" }),
  proposeWithdrawalAction: ({ published }) => ({
    meetingId: published,
    version: "9",
    reason: "A",
  }),
  dropWithdrawalAction: ({ published }) => ({ meetingId: published }),
  proposeArchiveAction: ({ group, draft }) => ({ groupId: group, reports: `${draft}:1:1.1.1` }),
  dropArchiveProposalAction: ({ group }) => ({ groupId: group }),
  publishArchiveAction: ({ group, draft }) => ({ groupId: group, reports: `${draft}:1:1.1.1` }),
  answerErrorAction: ({ errorId }) => ({ errorId, answer: "corrected" }),
  settleQuoteAction: ({ quote }) => ({
    ...{ requestId: quote, seen: "shown", settlement: "taken" },
  }),
  openReviewAction: ({ draft }) => ({
    meetingId: draft,
    zone: "UTC",
    closesDay: "2031-03-01",
    closesTime: "12:00",
    question: "Is it right?",
  }),
  askQuotedAction: ({ draft }) => ({ meetingId: draft }),
  endReviewAction: ({ draft }) => ({ meetingId: draft }),
  giveUpReviewAction: ({ draft }) => ({ meetingId: draft, reason: "Too early" }),
  proposeReportAction: ({ draft }) => ({ meetingId: draft, revision: "1" }),
  dropProposalAction: ({ draft }) => ({ meetingId: draft }),
  publishMinutesAction: ({ draft }) => ({ meetingId: draft, revision: "1" }),
}

/** Forms that answer alike whoever sends them, and why. */
const alike: Record<string, string> = {
  requestLinkAction: "anybody may ask for a link",
  sampleSignInAction: "anybody may, in sample mode; leads back to sign-in otherwise",
  signOutAction: "leads to the front page in any case",
  checkRecordAction: "anybody may compare a file with the record",
  askToJoinAction: "anybody may ask to join",
  askToCommentAction: "anybody may ask for a link where others than members may comment",
  confirmGuestAction: "whoever holds the token of the mailed link",
  commentAsGuestAction: "whoever holds the token of the mailed link",
  editAsGuestAction: "whoever holds the token of the mailed link",
  withholdNameAsGuestAction: "whoever holds the token of the mailed link",
  withdrawAsGuestAction: "whoever holds the token of the mailed link",
  discardDraftAsGuestAction: "whoever holds the token of the mailed link",
  fileKeptAsGuestAction: "whoever holds the token of the mailed link",
  silenceGuestAction: "whoever holds the token of the mailed link",
  unsubscribeAction: "whoever holds the token of a mail",
  answerByLinkAction: "whoever holds the token of a mail",
  answerQuoteAction: "whoever holds the token of a mail",
  confirmJoinAction: "whoever holds the token of the mailed link",
  reportErrorAction: "anybody may report an error",
  confirmErrorAction: "whoever holds the token of the mailed link",
}

test("every form answers every kind of sender as the policy says", async ({ playwright }) => {
  test.setTimeout(240_000)
  const actions = serverActions()
  const covered = [...Object.keys(filled), ...Object.keys(alike)]
  expect(Object.keys(forms).sort(), "forms with fields for this journey").toEqual(covered.sort())

  const portal = await startPortal()
  const inside = await enter(portal)
  const request = await playwright.request.newContext({
    baseURL: portal.origin,
    extraHTTPHeaders: { origin: portal.origin },
  })
  const ids: Ids = {
    ...(await inside.subjects()),
    draft: await inside.meetingId(59),
    published: await inside.meetingId(58),
    // Holds text in the minutes, so that whoever may remove it is told why it stays.
    item: await inside.firstItem(59),
    override: await inside.override(58),
    errorId: await inside.errorReport(58),
  }
  const found: string[] = []
  for (const [name, fields] of Object.entries(filled)) {
    const action = forms[name]
    const known = actions.get(name)
    if (!action || !known) continue
    const page = fillAddress(known.page, { ...ids, number: 58, meeting: ids.draft })
    // From the weakest to the strongest, so that whoever may does it last.
    for (const who of Object.keys(cast) as Who[]) {
      const { email } = cast[who]
      const cookie = email ? await inside.cookieOf(email) : null
      const said = await callAction(request, {
        id: known.id,
        page: who === "guest" ? `${page}?token=${ids.token}` : page,
        fields: fields(ids, who),
        cookie,
      })
      const allowed = isAllowed(who, action, {
        ofDraft: JSON.stringify(fields(ids, who)).includes(ids.draft),
      })
      const denials: Record<Who, string[]> = {
        public: ["sign_in"],
        guest: ["sign_in"],
        outsider: ["not_found", "forbidden"],
        member: ["forbidden"],
        "note-taker": ["forbidden"],
        "co-chair": ["forbidden", "not_found"],
        secretariat: ["forbidden", "not_found"],
      }
      const right = allowed
        ? /^(ok|conflict|invalid|led to)/.test(said)
        : denials[who].includes(said)
      if (!right)
        found.push(`${name} by ${who}: ${said}, and it ${allowed ? "is" : "is not"} allowed`)
    }
  }
  expect(found).toEqual([])
  await request.dispose()
  await inside.leave()
  await portal.stop()
})
