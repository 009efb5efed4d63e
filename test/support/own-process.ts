// What a process of Lotse is given that a test starts: not the settings of whoever runs the tests.

/** What Node is told by `npm start` that makes a start cheaper, and changes nothing else here. */
export const AS_STARTED: readonly string[] = ['--preserve-symlinks', '--preserve-symlinks-main']

/** Where programs are, and what is compiled already: the reader of TypeScript is not loaded for each of them. */
export const bareEnv = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
})
