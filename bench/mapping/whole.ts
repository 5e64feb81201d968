import { freezeEdition } from "@/lib/editions/freeze"
import { readFreezing } from "@/lib/editions/queries"
import type { Filled } from "./fill"

/** Milliseconds of the freezing of an edition with all rows. */
export async function timeFreeze({ mappingId, people }: Filled): Promise<number> {
  const [chair] = people
  if (!chair) throw new Error("Nobody is there to freeze")
  const { number, change, mark } = await readFreezing({ id: mappingId })
  const began = performance.now()
  await freezeEdition(chair, { mappingId, edition: number, change, mark, note: "" })
  return performance.now() - began
}

/** Milliseconds until the working table has come whole as XLSX, and its bytes. */
export async function timeExport({ groupSlug, mandateSlug, cookies }: Filled, origin: string) {
  const address = `${origin}/desk/${groupSlug}/mapping/${mandateSlug}/files/xlsx`
  const began = performance.now()
  const answer = await fetch(address, { headers: { cookie: cookies[1] ?? "" } })
  const bytes = (await answer.arrayBuffer()).byteLength
  if (!answer.ok) throw new Error(`The table was answered with ${answer.status}`)
  return { took: performance.now() - began, bytes }
}
