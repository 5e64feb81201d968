import { forEverybody } from "@/lib/api/problem"
import { answerApi } from "@/lib/api/public-queries"
import { fileAnswer } from "@/lib/platform/file-answer"

export const dynamic = "force-dynamic"

/** The public API: what stands on the record, as JSON. `/api/v1/openapi.json` describes it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path?: string[] }> },
): Promise<Response> {
  const { path = [] } = await params
  const answer = await answerApi(path, new URL(request.url).searchParams)
  if ("problem" in answer) {
    return new Response(JSON.stringify(answer.problem), {
      status: answer.problem.status,
      headers: { ...forEverybody, "content-type": "application/problem+json" },
    })
  }
  if ("moved" in answer) {
    const headers = { ...forEverybody, location: answer.moved }
    return new Response(null, { status: 308, headers })
  }
  const { body, next, until } = answer
  return fileAnswer(request, JSON.stringify(body), {
    type: "application/json; charset=utf-8",
    until,
    headers: { ...forEverybody, ...(next ? { link: `<${next}>; rel="next"` } : {}) },
  })
}

/** A browser asks this before it sends an entity tag from another site's page. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...forEverybody,
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "if-none-match",
      "access-control-max-age": "86400",
    },
  })
}
