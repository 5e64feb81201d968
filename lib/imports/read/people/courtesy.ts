/** Where a letter and a full stop are a word of courtesy and no initial: beside the other form of it. */
const COURTESIES: readonly [beside: RegExp, front: RegExp][] = [
  [/\bD(?:ña|oña|\.?ª)\.?\s\p{Lu}/u, /^D\.ª?\s(?=\p{Lu}\p{Ll})/u],
  [/(?<!\p{L})(?:Mme|Mmes|Mlle|MM)\.?\s\p{Lu}/u, /^M\.\s(?=\p{Lu}\p{Ll}|d[eu']\s?\p{Lu})/u],
]

/** Takes "M." and "D." off names, in a text that says "Mme" or "Dña." to others. */
export function courtesyOf(text: string): (name: string) => string {
  const fronts = COURTESIES.filter(([beside]) => beside.test(text)).map(([, front]) => front)
  return (name) => fronts.reduce((bare, front) => bare.replace(front, ""), name)
}
