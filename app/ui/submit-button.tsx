"use client"

import type { ComponentProps, ReactNode } from "react"
import { useFormStatus } from "react-dom"
import { type ButtonLook, buttonClass } from "./button"
import { Icon } from "./icons"

/**
 * The button that sends its form. While the action runs it stays where it is and says so
 * ("Publishing…"); a second press does nothing. Before script has loaded it is a plain button.
 *
 * @example <SubmitButton kind="primary" working={t("publishing")}>{t("publish")}</SubmitButton>
 */
export function SubmitButton({
  kind = "primary",
  small,
  icon,
  working,
  children,
  onClick,
  ...rest
}: ButtonLook & { working: ReactNode } & Omit<ComponentProps<"button">, "className" | "type">) {
  const { pending, data } = useFormStatus()
  // Of several buttons in one form only the pressed one speaks, the others are merely held.
  const own = !rest.name || data?.get(rest.name) === String(rest.value ?? "")
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass({ kind, small, icon })}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending && own ? (
        <>
          <Icon name="working" />
          {working}
        </>
      ) : (
        children
      )}
    </button>
  )
}
