/** How often a mail is tried before it is given up: with the waits below, for about a day. */
export const mailTries = 55

/** The job queues, with how often a job is tried again and how the waits grow (seconds). */
export const queues = [
  // As all with a heartbeat: a server that dies in the middle is missed, and another one goes on.
  {
    name: "events",
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 10,
  },
  // A server that dies before it has counted a try costs one of these and none of the mail's own. It is
  // missed at once, not after a quarter of an hour: a link to sign in holds for ten minutes.
  {
    name: "mail",
    retryLimit: mailTries + 20,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1800,
    heartbeatSeconds: 10,
  },
  { name: "digests", retryLimit: 5, retryDelay: 30, retryBackoff: true, retryDelayMax: 600 },
  // One that fails is asked again with the next change of its text.
  { name: "links", retryLimit: 2, retryDelay: 60, retryBackoff: true, retryDelayMax: 600 },
  // Reads the links of all that stands, once after an update that keeps more of them.
  {
    name: "links-fill",
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  },
  // Files mailed answers; a mail that comes while the filing fails is kept whole until it works.
  { name: "inbound", retryLimit: 25, retryDelay: 2, retryBackoff: true, retryDelayMax: 1800 },
  // Opens, reminds and closes by the clock; what one turn missed the next one does.
  { name: "consultations", retryLimit: 5, retryDelay: 2, retryBackoff: true, retryDelayMax: 60 },
  // Looks which mapping's next edition is due.
  { name: "editions", retryLimit: 3, retryDelay: 60, retryBackoff: true, retryDelayMax: 600 },
  // Forgets what is kept for a time only.
  { name: "forgetting", retryLimit: 3, retryDelay: 60, retryBackoff: true, retryDelayMax: 600 },
  // A server that dies in the middle is missed after its heartbeat; another one goes on.
  {
    name: "imports",
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  },
  // Makes the files of a version; a full disk or database is tried again for a day.
  { name: "files", retryLimit: 60, retryDelay: 5, retryBackoff: true, retryDelayMax: 1800 },
  // Looks which versions lack a file, and makes it; what fails is tried again with the next look.
  {
    name: "files-fill",
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
