import type { Kept } from "./waiting"

/** What two pages keep, as one. */
export function joinKept(one: Kept, other: Kept): Kept {
  const lacking = <Each>(known: Each[], more: Each[], nameOf: (each: Each) => string) => {
    const names = new Set(known.map(nameOf))
    return [...known, ...more.filter((each) => !names.has(nameOf(each)))]
  }
  return {
    ops: lacking(one.ops, other.ops, ({ id }) => id),
    mine: lacking(one.mine, other.mine, ({ rowId, field, value }) =>
      JSON.stringify([rowId, field, value]),
    ),
    refused: lacking(one.refused, other.refused, ({ id }) => id),
  }
}
