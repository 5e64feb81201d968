import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { guardSources, guards, neverDeleted, writtenOnce } from "@/db/guards"
import type { Difference } from "./model"

/**
 * What of the guards that protect published rows is not as this version sets it: triggers that are gone, switched
 * off or of another kind, functions that say something else, and rights to change or delete that somebody beside
 * the owner of the tables was given.
 */
export async function guardDifferences(reader: Reader): Promise<Difference[]> {
  return [...(await triggerDifferences(reader)), ...(await grantDifferences(reader))]
}

type Standing = {
  table: string
  name: string
  does: string
  type: number
  on: string
  source: string
}

async function triggerDifferences(reader: Reader): Promise<Difference[]> {
  const standing = await reader.execute<Standing>(sql`
    select relname as table, tgname as name, proname as does, tgtype::int as type,
      tgenabled as on, md5(prosrc) as source
    from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and relnamespace = 'public'::regnamespace order by 1, 2`)
  const there = new Map(standing.map((row) => [`${row.table} ${row.name}`, row]))
  const differences: Difference[] = []
  for (const { table, name, does, type } of guards) {
    const found = there.get(`${table} ${name}`)
    there.delete(`${table} ${name}`)
    const tell = (what: string) => differences.push({ where: `table ${table}`, what })
    if (!found) tell(`its guard ${name} is gone: rows could be changed without a trace`)
    else if (found.on !== "O") tell(`its guard ${name} is switched off`)
    else if (found.does !== does || found.type !== type)
      tell(`its guard ${name} does not guard what it did`)
    else if (found.source !== guardSources[does])
      tell(`its guard ${name} calls ${does}, which was changed`)
  }
  for (const { table, name, on } of there.values())
    if (on !== "O")
      differences.push({ where: `table ${table}`, what: `its guard ${name} is switched off` })
  return differences
}

type Grant = { table: string; role: string; rights: string[] }

/** Rights on a whole table or on columns of it; nobody but its owner has to have them. */
async function grantDifferences(reader: Reader): Promise<Difference[]> {
  const rows = await reader.execute<Grant>(sql`
    with of as (
      select relname as table, relowner, acl.grantee, acl.privilege_type as right
        from pg_class, aclexplode(relacl) as acl where relnamespace = 'public'::regnamespace
      union
      select relname, relowner, acl.grantee, acl.privilege_type
        from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl) as acl
        where relnamespace = 'public'::regnamespace
    )
    select "table", case grantee when 0 then 'everybody' else grantee::regrole::text end as role,
      array_agg(distinct lower("right") order by lower("right")) as rights
    from of where grantee <> relowner and ("right" in ('DELETE', 'TRUNCATE') and "table" = any(${sql.param([...writtenOnce, ...neverDeleted])}::text[])
      or "right" = 'UPDATE' and "table" = any(${sql.param([...writtenOnce])}::text[]))
    group by 1, 2 order by 1, 2`)
  return rows.map(({ table, role, rights }) => ({
    where: `table ${table}`,
    what: `${role} was given the right to ${rights.join(", ")}, which nobody has on published rows`,
  }))
}
