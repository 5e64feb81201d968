"use client"

import { usePathname } from "next/navigation"

export type Place = { href: string; label: string }

/** The places of a group's desk; the one that is open is marked. */
export function DeskNav({ label, places }: { label: string; places: Place[] }) {
  const here = usePathname()
  return (
    <nav aria-label={label}>
      <ul>
        {places.map(({ href, label: name }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={
                here === href ? "page" : here.startsWith(`${href}/`) ? "true" : undefined
              }
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
