export interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly [fact: string]: unknown
}

/** An error of the server: `code` is for programs, `message` for people, in their language. */
export class KithRefusal<Code extends string = string> extends Error {
  readonly code: Code
  readonly status: number
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'KithRefusal'
    this.code = problem.code as Code // One of the operation's; a newer server may have more.
    this.status = problem.status
    this.problem = problem
  }
}
