import { useEffect, useState } from "react"

/**
 * The value of a field that belongs to a block: shown at once as typed, handed to the block with
 * every letter, and taken from the block again when it changes elsewhere (undo, another text).
 */
export function useMirrored(
  stored: string,
  store: (value: string) => void,
): [string, (value: string) => void] {
  const [value, setValue] = useState(stored)
  useEffect(() => setValue(stored), [stored])
  return [
    value,
    (next) => {
      setValue(next)
      store(next)
    },
  ]
}
