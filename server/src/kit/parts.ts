/** A long list in parts of at most so many: a statement takes 65,535 values. */
export const partsOf = <One>(all: readonly One[], most: number): (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most))
