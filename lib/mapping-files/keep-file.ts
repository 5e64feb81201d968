import { eq, sql } from "drizzle-orm"
import { editionFiles } from "@/db/schema/editions"
import { recordNames } from "@/db/schema/record"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/**
 * Keeps a file of an edition, unless one is kept already or a name was erased since the edition was read
 * (`erased`: how many were then); says whether it did. One statement, which waits for whoever is erasing a
 * name.
 */
export async function keepFile(
  { id, format, erased }: { id: string; format: string; erased: number },
  { file, sha256 }: { file: Uint8Array; sha256: string },
): Promise<boolean> {
  const kept = await database().execute(sql`
    with held as (
      select ${recordNames.erasedAt} from ${recordNames}
      where ${eq(recordNames.subjectId, id)} for share
    )
    insert into ${editionFiles} (edition_id, format, file, sha256, created_at)
    select ${id}::uuid, ${format}, ${Buffer.from(file)}::bytea, ${sha256}, ${now().toISOString()}::timestamptz
    where (select count(erased_at) from held) = ${erased}
    on conflict (edition_id, format) do nothing
    returning format`)
  return kept.length > 0
}
