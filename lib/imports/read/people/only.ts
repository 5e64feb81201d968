/** Remembers who is meant; two different people under one key are nobody. */
export function put(map: Map<string, string | null>, key: string, name: string): void {
  if (key === "") return
  const other = map.get(key)
  map.set(key, other === undefined || other === name ? name : null)
}
