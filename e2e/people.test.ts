// What one file imports shares one browser and one server; the two files run beside each other.
import './sign-in.ts'
import './own-login.ts'
import './person.ts'
import './settings.ts'
import './privacy.ts'
import './mine.ts'
import './office.ts'
