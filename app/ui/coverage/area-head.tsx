import type { CoveredArea } from "@/lib/mapping/coverage/coverage"

/** The head of an area's row: its number in the group's order, which what crosses all areas has not. */
export function AreaHead({ areas, area }: { areas: readonly CoveredArea[]; area: CoveredArea }) {
  const number = areas.filter(({ crossCutting }) => !crossCutting).indexOf(area) + 1
  return (
    <th scope="row">
      {number > 0 ? <small aria-hidden="true">{number}</small> : null}
      <bdi>{area.title}</bdi>
    </th>
  )
}
