// One file, so that all of it shares one browser and one server.
import './journeys.ts'
import './settings.ts'
import './every-screen.ts'
