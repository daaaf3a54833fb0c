import { useHotkeys } from '@mantine/hooks'

/** Letters as commands, wherever they are on the keyboard; also beside a marked radio button, where none can be typed. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>) {
  useHotkeys(
    Object.entries(keys).map(([key, run]) => [
      key,
      ({ target }) => void (isTyped(target) || run()),
      { usePhysicalKeys: true, preventDefault: false },
    ]),
    [],
  )
}

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')
