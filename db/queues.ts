/** The job queues, with how often a job is tried again and how the waits grow (seconds). */
export const queues = [
  { name: "events", retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 },
  { name: "mail", retryLimit: 25, retryDelay: 5, retryBackoff: true, retryDelayMax: 1800 },
  // One that fails is asked again with the next change of its text.
  { name: "links", retryLimit: 2, retryDelay: 60, retryBackoff: true, retryDelayMax: 600 },
  // A server that dies in the middle is missed after its heartbeat; another one goes on.
  {
    name: "imports",
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  },
  // What is written into the index of the search again, and all of it once after an update.
  { name: "search", retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 },
  {
    name: "search-fill",
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  },
] as const

export type QueueName = (typeof queues)[number]["name"]
