import type { ListedPerson } from "@/lib/people/queries"

/** Which other entry is of the same person; each leads to both beside each other. */
export function ChooseOther({ people, here }: { people: ListedPerson[]; here: string }) {
  return (
    <ul className="waiting">
      {people.map(({ id, name, affiliation, groups }) => (
        <li key={id}>
          <a href={`${here}?with=${id}`}>
            <bdi>{name}</bdi>
          </a>
          <p className="muted">{[affiliation, ...groups].filter(Boolean).join(" · ") || "–"}</p>
        </li>
      ))}
    </ul>
  )
}
