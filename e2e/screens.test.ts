// One file, so that all of it shares one browser and one server.
import './journeys.ts'
import './every-screen.ts'
import './sign-in.ts'
