"use client"

import type { AgendaItem } from "@/lib/meetings/agenda"
import type { Stale } from "@/lib/meetings/stale"
import { StaleHead } from "../../stale-head"

/** The agenda that was saved while this one was being edited. */
export function StaleAgenda({ stale }: { stale: Stale<AgendaItem[]> }) {
  return (
    <StaleHead stale={stale}>
      <ol className="agenda-read">
        {stale.current.map(({ id, depth, label, title, presenter }) => (
          <li key={id} data-depth={depth}>
            <span className="n">{label}</span>
            <span>{title}</span>
            <small>{presenter}</small>
          </li>
        ))}
      </ol>
    </StaleHead>
  )
}
