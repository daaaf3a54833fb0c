// Apart from the other borders, because a rule about folders cannot leave out their tests.
const { options } = require('./.dependency-cruiser.cjs')

module.exports = {
  forbidden: [{ name: 'no-circle-of-folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } }],
  options: { ...options, exclude: { path: '\\.(test|harness)\\.tsx?$|^server/test/' } },
}
