import { log } from "@/lib/platform/log"

/** Versions that are looked up at once. */
const page = 100

/** What is made of versions of a kind: which lack a file (the oldest first, behind one), and how it is made. */
export type Filling = {
  find: (after: string | null, limit: number) => Promise<string[]>
  make: (id: string) => Promise<void>
}

/**
 * Makes the files that published versions lack, the oldest version first, from behind `after` on, until
 * `isOver`. One that fails is logged and keeps up no other. Resolves to the version after which to go on,
 * null when all were tried.
 */
export async function fillFiles(
  { find, make }: Filling,
  isOver: () => boolean,
  after: string | null,
): Promise<string | null> {
  let last = after
  for (;;) {
    const ids = await find(last, page)
    if (ids.length === 0) return null
    for (const id of ids) {
      if (isOver()) return last
      await make(id).catch((error: unknown) =>
        log().error({ error, id }, "the files of a version were not made"),
      )
      last = id
    }
  }
}
