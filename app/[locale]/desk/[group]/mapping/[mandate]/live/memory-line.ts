import type { Row } from "@/lib/mapping/model"
import type { Line } from "./line"
import { emptyRow } from "./ops"

let change = 0

/** A line to nobody: whatever is sent counts as saved. */
export const memoryLine: Line = {
  async send(_href, op) {
    const saved = { kind: "saved" as const, change: ++change, at: new Date().toISOString() }
    if (op.kind === "cells") {
      const cells = op.cells.map(({ rowId, field, base }) => ({ rowId, field, revision: base + 1 }))
      return { ...saved, cells }
    }
    if (op.kind !== "add") return saved
    const row: Row = { ...emptyRow(op.rowId, op.areaId, 10_000 + change), number: 10_000 + change }
    return { ...saved, row }
  },
  listen(_href, _since, heard) {
    const up = setTimeout(() => heard({ kind: "up", at: new Date().toISOString() }))
    return () => clearTimeout(up)
  },
  stand() {},
}
