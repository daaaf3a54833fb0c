// One file, so that all of it shares one browser and one server.
import './journeys.ts'
import './person.ts'
import './settings.ts'
import './every-screen.ts'
import './privacy.ts'
import './till.ts'
import './till-offline.ts'
import './till-counter.ts'
