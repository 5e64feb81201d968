/** The channel on which servers hear that a shared text went on: `<name>:<newest number>`. */
export const liveChannel = "live_texts"

/** The name under which a text of a kind is opened, and back; null for what is no such name. */
export const nameOf = (kind: string, id: string) => `${kind}/${id}`

const form = /^([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
export function readName(name: string): { kind: string; id: string } | null {
  const [, kind, id] = form.exec(name) ?? []
  return kind && id ? { kind, id } : null
}
