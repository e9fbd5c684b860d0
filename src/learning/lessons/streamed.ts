/** Requests whose body is written to its place as it comes, and counted there: no limit in front may gather it first. */
export const isStreamed = (method: string, path: string): boolean =>
  method === 'POST' && (/^\/kursus\/\d+\/versi\/\d+\/pelajaran(\/\d+)?$/.test(path) || /^\/belajar\/\d+\/\d+\/kumpul$/.test(path))
