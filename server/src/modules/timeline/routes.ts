import { route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { addNote, listPinned, pinNote, removeNote } from './notes.ts'
import { readTimeline } from './timeline.ts'

export const routes = [
  route(api.read, readTimeline),
  route(api.listPinned, listPinned),
  route(api.addNote, addNote),
  route(api.pinNote, pinNote),
  route(api.removeNote, removeNote),
]
