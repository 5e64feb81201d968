import type postgres from "postgres"

/** A table that was brought into the sample's mapping of the Roadmap, and nothing of it taken over. */
export type ArrangedSheet = { roadmap: string; sheet: string }

/** Keeps a table with one new row. */
export async function arrangeSheet(sql: postgres.Sql): Promise<ArrangedSheet> {
  const content = {
    format: "csv",
    rows: [
      { line: 1, cells: ["Area", "What the mandate suggests"] },
      { line: 2, cells: ["Digital inclusion", "Teach everybody to read the tides."] },
    ],
    left: [],
  }
  const [row] = await sql<ArrangedSheet[]>`
    insert into mapping_sheets (mapping_id, name, content, brought_by)
    select m.id, 'tides.csv', ${sql.json(content)}, m.created_by
    from mappings m join mandates d on d.id = m.mandate_id where d.slug = 'roadmap'
    returning mapping_id as roadmap, id as sheet`
  if (!row) throw new Error("The table was not kept")
  return row
}
