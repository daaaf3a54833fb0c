// What one file imports shares one browser and one server; the two files run beside each other.
import './journeys.ts'
import './every-screen.ts'
import './till.ts'
import './till-offline.ts'
import './till-storage.ts'
import './till-counter.ts'
import './sizes.ts'
import './nothing-lost.ts'
