import { route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import * as api from './contract.ts'
import { putPicture, readPicture, removePicture } from './picture.ts'

export const routes = [
  route(api.read, readPicture),
  route(api.put, putPicture),
  route(api.remove, removePicture),
  route(api.readOwn, forOwnCustomer(readPicture)),
  route(api.putOwn, forOwnCustomer(putPicture)),
  route(api.removeOwn, forOwnCustomer(removePicture)),
]
