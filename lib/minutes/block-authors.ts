import { mapWords, type Run, takeAuthors } from "./authorship"

/** Who wrote the words of each block of a part of a text, in its order; nobody where that is not known. */
export function authorsOfBlocks(
  blocks: readonly { type: string }[],
  runs: readonly Run[],
): string[][] {
  const take = takeAuthors(runs)
  return blocks.map((block) => {
    let length = 0
    mapWords(block, (text) => {
      length += text.length
      return text
    })
    return [...new Set(take(length).flatMap(([personId]) => personId ?? []))]
  })
}
