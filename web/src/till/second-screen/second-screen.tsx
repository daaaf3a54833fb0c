import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Code, Name } from '../../design/written.tsx'
import { Here } from '../../language/here.ts'
import { directionOf, speak } from '../../language/language.ts'
import { coloured, Hours, Mark } from '../../session/face.tsx'
import classes from './second-screen.module.css'
import { CHANNEL, HELLO, type Shown, SILENCE_MS } from './shown.ts'

/** The customer's screen at the counter. It has no session and calls no server: it shows what the till of this device sends. */
export function SecondScreen() {
  const shown = useShown()
  const language = shown?.language
  useEffect(() => {
    if (language) void speak(language)
  }, [language])
  const page = (
    <main className={classes.page} style={coloured(shown?.business.face)}>
      {shown?.reading ? (
        <ReadOut shown={shown} />
      ) : shown?.person ? (
        <Greeting shown={shown} />
      ) : (
        <Nobody shown={shown} />
      )}
    </main>
  )
  const country = shown?.business.country
  return country ? <Here at={{ country }}>{page}</Here> : page
}

function Nobody({ shown }: { readonly shown: Shown | null }) {
  const { t } = useTranslation()
  return (
    <div className={classes.middle}>
      <Mark className={classes.mark} face={shown?.business.face} />
      <h1 className={classes.big}>{shown ? <BusinessName shown={shown} /> : t('secondScreen.welcome')}</h1>
      {shown && <p className={classes.soft}>{t('secondScreen.welcome')}</p>}
      {shown && <Hours face={shown.business.face} language={shown.language} />}
    </div>
  )
}

function Greeting({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation()
  const { greeted, phone } = shown.person!
  return (
    <>
      <Bar shown={shown} />
      <div className={classes.middle}>
        <h1 className={classes.big}>
          {t('secondScreen.welcome')}
          {greeted && (
            <>
              {t('secondScreen.comma')}
              <Name>{greeted}</Name>
            </>
          )}
        </h1>
        {phone && (
          <p className={classes.phone}>
            {t('secondScreen.phone')} <Code>{phone}</Code>
          </p>
        )}
      </div>
    </>
  )
}

function ReadOut({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation()
  const { title, text, language } = shown.reading!
  return (
    <>
      <Bar shown={shown} />
      <section className={classes.reading} dir={directionOf(language)} lang={language}>
        <h1>{title}</h1>
        <p>{text}</p>
      </section>
      <p className={classes.soft}>{t('secondScreen.sayIt')}</p>
    </>
  )
}

function Bar({ shown }: { readonly shown: Shown }) {
  return (
    <header className={classes.bar}>
      <Mark className={classes.mark} face={shown.business.face} />
      <BusinessName shown={shown} />
    </header>
  )
}

function BusinessName({ shown: { business, language } }: { readonly shown: Shown }) {
  return <Name>{(language === 'ar' && business.name2) || business.name}</Name>
}

/** The till's last message; none if the till has been silent for too long. */
function useShown(): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    let silence: ReturnType<typeof setTimeout>
    const leave = () => setShown((before) => before && { ...before, person: null, reading: null })
    channel.onmessage = ({ data }: MessageEvent<Shown | typeof HELLO>) => {
      if (data === HELLO) return
      setShown(data)
      clearTimeout(silence)
      silence = setTimeout(leave, SILENCE_MS)
    }
    channel.postMessage(HELLO)
    return () => {
      clearTimeout(silence)
      channel.close()
    }
  }, [])
  return shown
}
