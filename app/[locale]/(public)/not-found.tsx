import { Missing } from "./missing/missing"

/** Where the front door does not step in, as in development. */
export default function NotFound() {
  return <Missing />
}
