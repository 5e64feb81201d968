/** Questions of every kind, from the commonest words to those that hardly occur. */
export function asked(
  vocabulary: readonly string[],
): { kind: string; question: Record<string, string> }[] {
  const at = (share: number) => vocabulary[Math.floor(share * (vocabulary.length - 1))] ?? ""
  const shares = [0, 0.002, 0.01, 0.05, 0.2, 0.5, 0.9]
  const pairs = shares.map((share) => [at(share), at(0.95 - share)] as const)
  const swapped = (word: string) =>
    word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5)
  return [
    ...shares.map((share) => ({ kind: "a word", question: { q: at(share) } })),
    ...pairs.map(([one, other]) => ({ kind: "two words", question: { q: `${one} ${other}` } })),
    ...shares.map((share) => ({
      kind: "two words near in rank",
      question: { q: `${at(share)} ${at(share + 0.01)}` },
    })),
    ...shares.map((share) => ({
      kind: "the beginning of a word",
      question: { q: at(share).slice(0, 5) },
    })),
    ...shares.map((share) => ({
      kind: "a slip",
      question: { q: swapped(at(share)) },
    })),
    ...shares.map((share) => ({
      kind: "a phrase",
      question: { q: `"of the ${at(share)}"` },
    })),
    ...pairs.map(([one, other]) => ({ kind: "an exclusion", question: { q: `${one} -${other}` } })),
    ...shares.map((share) => ({
      kind: "filters",
      question: { q: at(share), kind: "decision", year: "2022" },
    })),
    ...shares.slice(0, 4).map((share) => ({
      kind: "a person",
      question: { q: at(share), person: "Samir Kos" },
    })),
    ...shares.slice(0, 3).map((share) => ({
      kind: "its own word excluded",
      question: { q: `${at(share)} -${at(share)}` },
    })),
    ...["con", "pre", "the"].map((q) => ({ kind: "three letters", question: { q } })),
    ...shares.slice(0, 3).map((share) => ({
      kind: "five common words",
      question: { q: [0, 1, 2, 3, 4].map((more) => at(share + more / 2000)).join(" ") },
    })),
    { kind: "filters alone", question: { kind: "decision" } },
    { kind: "filters alone", question: { kind: "minutes", year: "2019" } },
    { kind: "filters alone", question: { person: "Samir" } },
  ]
}
