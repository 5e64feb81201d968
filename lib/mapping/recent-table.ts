import { type DeskMapping, readTable, type Table } from "./queries"

/** The page and the grid's own request follow each other within this time, in milliseconds. */
const kept = 5_000

// For the whole process, although Next bundles its own copies of this file.
const shared = globalThis as { rapporteurTables?: Map<string, Promise<Table>> }

/**
 * The table of a mapping at its newest change or a later one, read once for whoever asks within a few
 * seconds: the page and the grid in it want the same. Nobody may change what is answered. Asks nobody:
 * whoever has a `DeskMapping` may read it.
 */
export function readRecentTable(
  mapping: Pick<DeskMapping, "id" | "group" | "change">,
  read: typeof readTable = readTable,
): Promise<Table> {
  shared.rapporteurTables ??= new Map()
  const tables = shared.rapporteurTables
  const key = `${mapping.id} ${mapping.change}`
  const known = tables.get(key)
  if (known) return known
  const table = read(mapping)
  tables.set(key, table)
  const forget = () => {
    if (tables.get(key) === table) tables.delete(key)
  }
  setTimeout(forget, kept).unref()
  // A reading that failed is not handed on to the next who asks.
  table.catch(forget)
  return table
}
