import type postgres from "postgres"

/** A mapping of the sample's group with one row, and that meeting 58 spoke of it. */
export type ArrangedDiscussion = { discussedMapping: string; discussion: string }

/** A mapping of a mandate of its own, so that nothing of the sample's mappings is touched. */
export async function arrangeDiscussion(sql: postgres.Sql): Promise<ArrangedDiscussion> {
  const [row] = await sql<{ mapping: string; discussion: string }[]>`
    with mandate as (
      insert into mandates (slug, title, symbol) values ('tides', 'The tides', 'A/1/1') returning id),
    mapping as (
      insert into mappings (group_id, mandate_id)
      select g.id, mandate.id from groups g, mandate where g.slug = 'wg-strategy' returning id),
    area as (
      insert into mapping_areas (mapping_id, slug, title, position)
      select id, 'gauges', 'Gauges', 1 from mapping returning id, mapping_id),
    row as (
      insert into mapping_rows (mapping_id, area_id, number, position, suggests)
      select mapping_id, id, 1, 1, 'Gauges stand in every harbour.' from area returning id, mapping_id)
    insert into row_meetings (row_id, meeting_id)
    select row.id, m.id from row, meetings m where m.number = 58
    returning (select mapping_id from row) as mapping, id as discussion`
  if (!row) throw new Error("The discussion was not written")
  return { discussedMapping: row.mapping, discussion: row.discussion }
}
