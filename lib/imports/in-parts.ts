/** Rows that are written with one statement, and how much of files that may be (bytes). */
const atOnce = { rows: 100, bytes: 8 * 1024 * 1024 }

/** Files in parts that one statement each may write; one that is larger stands alone. */
export function inParts<Row extends { original?: Uint8Array | null }>(
  rows: readonly Row[],
): Row[][] {
  const parts: Row[][] = []
  let bytes = 0
  for (const row of rows) {
    const size = row.original?.length ?? 0
    const part = parts.at(-1)
    if (part && part.length < atOnce.rows && bytes + size <= atOnce.bytes) {
      part.push(row)
      bytes += size
    } else {
      parts.push([row])
      bytes = size
    }
  }
  return parts
}
