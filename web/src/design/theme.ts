import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const kith: MantineColorsTuple = [
  '#edf7f5',
  '#d7ece8',
  '#aedad1',
  '#80c6b8',
  '#54b09f',
  '#2f9886',
  '#178170',
  '#0f6b5d',
  '#0b564b',
  '#073f37',
]
const dark: MantineColorsTuple = [
  '#dbe2df',
  '#b9c4c0',
  '#97a49f',
  '#6c7a75',
  '#414d49',
  '#313b38',
  '#252d2b',
  '#1a211f',
  '#141a18',
  '#0e1312',
]

/** The sizes stand in tokens.css, because they depend on the script. */
const text = (size: 'xs' | 'sm' | 'lg' | 'xl' | 'xxl') => `var(--kith-text-${size})`

export const theme = createTheme({
  primaryColor: 'kith',
  primaryShade: { light: 7, dark: 6 },
  colors: { kith, dark },
  fontFamily: "'Inter Variable', 'Noto Sans Arabic Variable', system-ui, sans-serif",
  fontSizes: { xs: text('xs'), sm: text('sm'), md: text('sm'), lg: text('lg'), xl: text('xl') },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'md',
  radius: { sm: '0.25rem', md: '0.5rem', lg: '0.75rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: text('xxl') },
      h2: { fontSize: text('xl') },
      h3: { fontSize: text('xl') },
      h4: { fontSize: text('lg') },
      h5: { fontSize: text('lg') },
      h6: { fontSize: text('sm') },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: true, padding: 'lg' }, styles: { title: { fontWeight: 600 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Textarea: { defaultProps: { autosize: true } },
  },
})

/** The library's own look disabled in the dark, and its grey is too pale. */
const LIGHT_VARIANTS = {
  '--mantine-color-kith-light': 'var(--kith-button-light)',
  '--mantine-color-kith-light-hover': 'var(--kith-button-light-hover)',
  '--mantine-color-kith-light-color': 'var(--kith-button-light-ink)',
  '--mantine-color-gray-light': 'var(--kith-quiet-soft)',
  '--mantine-color-gray-light-color': 'var(--kith-quiet-ink)',
  '--mantine-color-gray-outline': 'var(--kith-quiet-ink)',
}

/** The library's own greys have too little contrast. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1c2422',
    '--mantine-color-dimmed': '#566460',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-default-border': '#d3dad7',
    '--mantine-color-error': '#b42318',
    '--mantine-color-red-text': '#b42318',
    ...LIGHT_VARIANTS,
  },
  dark: {
    '--mantine-color-body': '#1a211f',
    '--mantine-color-text': '#dbe2df',
    '--mantine-color-dimmed': '#a3b0ab',
    '--mantine-color-placeholder': '#8e9b96',
    '--mantine-color-error': '#ff9a8f',
    ...LIGHT_VARIANTS,
  },
})
