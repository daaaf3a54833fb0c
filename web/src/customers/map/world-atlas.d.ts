// The file is large: the compiler must not read it for its type.
declare module 'world-atlas/countries-50m.json' {
  const topology: import('./world.ts').Topology
  export default topology
}
