import './design/library-styles.ts'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import './design/tokens.css'
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { Notices } from './design/notices.tsx'
import { readableColours, theme } from './design/theme.ts'
import { directionOf, startLanguage } from './language/language.ts'
import { Entrance, prepareEntrance } from './shell/entrance.tsx'

// The client retries by itself, and reports a missing network at once.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 5_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** The customer's screen at the counter has no session. */
const isSecondScreen = location.pathname === '/till/second-screen'
const SecondScreen = lazy(() =>
  import('./till/second-screen/second-screen.tsx').then(({ SecondScreen }) => ({ default: SecondScreen })),
)

function Everything() {
  return (
    <StrictMode>
      <DirectionProvider detectDirection={false} initialDirection={directionOf(document.documentElement.lang)}>
        <MantineProvider cssVariablesResolver={readableColours} defaultColorScheme="auto" theme={theme}>
          <FollowLanguage />
          <Notices />
          <QueryClientProvider client={queries}>
            {isSecondScreen ? (
              <Suspense>
                <SecondScreen />
              </Suspense>
            ) : (
              <Entrance />
            )}
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  )
}

function FollowLanguage() {
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  useEffect(() => setDirection(directionOf(i18n.language)), [i18n.language, setDirection])
  return null
}

// Not awaited here: the screens import from this file's chunk, which would wait for them.
Promise.all([startLanguage(), isSecondScreen || prepareEntrance()]).then(() =>
  createRoot(document.getElementById('root')!).render(<Everything />),
)
