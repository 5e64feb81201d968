/** Tables of which a row is written once: triggers refuse every change, and the application has no right to one. */
export const writtenOnce = [
  ...["archive_publications", "comment_revisions", "compendia", "document_files"],
  ...["document_publications", "document_revisions", "document_versions", "earlier_quote_answers"],
  ...["editions", "events", "ledger_entries", "mapping_changes", "minutes_revisions"],
  ...["report_checks", "report_overrides", "reports", "thread_moves", "worksheets"],
] as const

/** Tables of which a row goes on to change and is never deleted. */
export const neverDeleted = [
  ...["annex_activities", "archive_proposals", "comments", "consultations", "corrections"],
  ...["mapping_rows", "mappings", "quote_requests", "record_names", "reviews", "row_meetings"],
  "threads",
] as const

/** A trigger as Postgres tells of it; `type` is `pg_trigger.tgtype`: when it acts, on what, for a row or a statement. */
export type Guard = { table: string; name: string; does: string; type: number }

const beforeChange = 27
const beforeDelete = 11
const beforeTruncate = 34
const beforeInsert = 7
const beforeUpdate = 19

const refusing = (table: string, name: string, type: number): Guard => ({
  ...{ table, name: `${table}_${name}`, does: "refuse_change", type },
})

/** Every trigger that the migrations leave behind. */
export const guards: readonly Guard[] = [
  ...[...writtenOnce, "comment_hides"].flatMap((table) => [
    refusing(table, "written_once", beforeChange),
    refusing(table, "not_emptied", beforeTruncate),
  ]),
  ...neverDeleted.flatMap((table) => [
    refusing(table, "stay", beforeDelete),
    refusing(table, "not_emptied", beforeTruncate),
  ]),
  ...(
    [
      ["comments", "comments_words_kept", "comment_words_kept", beforeUpdate],
      ["documents", "documents_forward", "document_pointer_forward", beforeUpdate],
      ["editions", "editions_follow", "edition_follows", beforeInsert],
      ["ledger_entries", "ledger_entries_follow", "ledger_entry_follows", beforeInsert],
      ["mapping_changes", "mapping_changes_counted", "mapping_change_counted", beforeInsert],
      ["minutes", "minutes_forward", "minutes_pointer_forward", beforeUpdate],
      ["record_names", "record_names_of_versions", "record_name_of_version", beforeInsert],
      ["record_names", "record_names_only_erased", "record_name_only_erased", beforeUpdate],
      ["reports", "reports_in_sequence", "reports_in_sequence", beforeInsert],
    ] as const
  ).map(([table, name, does, type]): Guard => ({ table, name, does, type })),
]

/** What each of their functions says, as the MD5 of its source: one that lets everything pass is no guard. */
export const guardSources: Readonly<Record<string, string>> = {
  comment_words_kept: "9d446baff0b258f0ab32510e3d977a3c",
  document_pointer_forward: "62d2e06724ab711f8edc48ccb4b7e6bb",
  edition_follows: "de203c776b247719739e98635fd7377c",
  ledger_entry_follows: "60f0a9c4d6278044bcead35569ad9840",
  mapping_change_counted: "90051ab1ab3180d9a27e5df0880b1eed",
  minutes_pointer_forward: "c3f6f81b811da9c66aa583c1850ded6f",
  record_name_of_version: "8df876faf078c5e3190b30834381302d",
  record_name_only_erased: "6ea3f843cc9e08b567d04cc82e68ff26",
  refuse_change: "c32efbb48f5625d03f2fa07d1bbf32cf",
  reports_in_sequence: "9661de63fa2c0d6effc49ddbae4b2e8a",
}
