import { notFound } from "next/navigation"

/** Every address that is no other page's: the public page that says so. */
export default function NothingHere() {
  notFound()
}
