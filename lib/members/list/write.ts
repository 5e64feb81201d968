import { stringify } from "csv-stringify/sync"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { MemberRow } from "../model"

/**
 * A list of members for a spreadsheet, with heads and words of a language, that `readList` reads back.
 * UTF-8 with a byte order mark; what a spreadsheet would compute has an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeList(members: readonly MemberRow[], locale: Locale): string {
  const t = translatorFor(locale)
  const heads = [
    t("members.column.name"),
    t("members.column.email"),
    t("members.column.organisation"),
    t("members.column.capacity"),
    t("people.stakeholderGroup"),
    t("members.column.role"),
    t("members.column.since"),
  ]
  const lines = members.map((member) => [
    member.name,
    member.email ?? "",
    member.organisation,
    member.capacity,
    member.stakeholderGroup ? t(`people.stakeholders.${member.stakeholderGroup}`) : "",
    t(`members.role.${member.role}`),
    member.since.toISOString().slice(0, 10),
  ])
  return stringify([heads, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  })
}
