import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { installable } from './installable.ts'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

const notOfTheWorker = (id: string) => !id.includes('service-worker')

export default defineConfig({
  plugins: [react(), installable(here('icons'))],
  resolve: { conditions: ['kith-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // These browsers know light-dark(), which older targets would rewrite.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The map outlines are one chunk, loaded with the first map.
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: { index: here('index.html'), 'service-worker': here('src/offline/service-worker.ts') },
      output: {
        // Modules that the same pages share come in one file: each file costs a round trip on a slow network.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], test: notOfTheWorker },
            // With all it imports that is not there at the start: what lies behind the sign-in.
            { name: 'screens', test: /shell\/all-screens\.tsx$/ },
            { name: 'shared', minShareCount: 2, entriesAware: true, test: notOfTheWorker },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000', '/demo': 'http://127.0.0.1:4000' } },
})
