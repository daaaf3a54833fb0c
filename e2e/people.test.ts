// What one file imports shares one browser and one server; the two files run beside each other.
import './staff-sign-in.ts'
import './customer-sign-in.ts'
import './till-door.ts'
import './own-login.ts'
import './person.ts'
import './settings.ts'
import './privacy.ts'
