/** Progress goes to standard error; standard output has the figures. */
export const say = (text: string) => void process.stderr.write(`${text}\n`)
