/** The database is not what this program needs. One line for the operator, and the exit code 69. */
export class SchemaProblem extends Error {}
