import type { ComponentProps } from "react"

/** How loud an act is. One `primary` on a screen; `danger` for what cannot be taken back. */
export type ButtonKind = "primary" | "plain" | "quiet" | "danger"

export interface ButtonLook {
  kind?: ButtonKind | undefined
  small?: boolean | undefined
  /** Only an icon inside: square; give the button an `aria-label`. */
  icon?: boolean | undefined
}

/** The class names of a button, for the few places that cannot use the components. */
export function buttonClass({ kind = "plain", small, icon }: ButtonLook): string {
  return ["btn", kind === "plain" ? "" : kind, small ? "small" : "", icon ? "icon" : ""]
    .filter(Boolean)
    .join(" ")
}

/**
 * A button of a form or of a script. Say verb and object: "Save draft". A button that is off says
 * why beside it.
 *
 * @example <Button type="button" kind="quiet" small>{t("meeting.addItem")}</Button>
 */
export function Button({
  kind,
  small,
  icon,
  type = "submit",
  ...rest
}: ButtonLook & Omit<ComponentProps<"button">, "className">) {
  return <button type={type} className={buttonClass({ kind, small, icon })} {...rest} />
}

/**
 * A link that looks like a button: it leads somewhere and changes nothing.
 *
 * @example <ButtonLink href={`/desk/${slug}/meetings/new`} kind="primary">{t("…")}</ButtonLink>
 */
export function ButtonLink({
  kind,
  small,
  icon,
  ...rest
}: ButtonLook & Omit<ComponentProps<"a">, "className">) {
  return <a className={buttonClass({ kind, small, icon })} {...rest} />
}
