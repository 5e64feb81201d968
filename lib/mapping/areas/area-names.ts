import { foldName } from "@/lib/people/model"
import { Refusal } from "@/lib/platform/errors"

type Named = { title: string; aliases: readonly string[] }

/**
 * Refuses a name that another area has already, as its title or an alias: what is brought in could not be
 * told apart. Case and accents do not count. Returns the aliases without those that repeat the title.
 */
export function checkNames({ title, aliases }: Named, others: readonly Named[]): string[] {
  const taken = new Map(
    others.flatMap((area) => [area.title, ...area.aliases].map((name) => [foldName(name), area])),
  )
  for (const [field, names] of [
    ["title", [title]],
    ["aliases", aliases],
  ] as const)
    for (const name of names) {
      const area = taken.get(foldName(name))
      if (area)
        throw new Refusal(
          "conflict",
          "mapping.nameTaken",
          { name, area: area.title },
          { [field]: "mapping.nameTaken" },
        )
    }
  const seen = new Set([foldName(title)])
  return aliases.filter((alias) => {
    const isNew = !seen.has(foldName(alias))
    seen.add(foldName(alias))
    return isNew
  })
}
