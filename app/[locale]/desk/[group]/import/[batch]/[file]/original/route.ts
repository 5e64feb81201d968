import { getOriginal } from "@/lib/imports/originals"
import { downloadOf } from "@/lib/platform/download"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** The bytes of a file as they were brought in, to be saved. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ group: string; batch: string; file: string }> },
): Promise<Response> {
  const [{ group, batch, file }, actor] = await Promise.all([params, currentActor()])
  const { name, original } = await answer(getOriginal(actor, group, batch, file))
  return downloadOf(original, name)
}
