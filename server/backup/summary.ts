import type { Verification } from "@/lib/record/verify/model"

/** What was looked at, and the newest entry of each group. */
export function summaryOf(found: Verification): string {
  const { entries, reports, documents, compendia, editions, names, erased, files, heads } = found
  return [
    `Entries ${entries}, versions of reports ${reports}, of documents ${documents}, compendia ${compendia}, ` +
      `editions of mappings ${editions}, names ${names} (${erased} erased), files ${files}.`,
    ...heads.map(({ group, position, hash }) => `/${group}/record  ${position}  ${hash}`),
  ].join("\n")
}
