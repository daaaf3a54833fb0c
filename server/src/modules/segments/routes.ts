import { route, streamingRoute } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { listAttributes } from './definitions/attributes.ts'
import { decideSegments, listVersions, readSegments, undoSegments } from './definitions/definitions.ts'
import { previewSegments } from './definitions/preview.ts'
import { listChanges } from './lists/changes.ts'
import { exportSegment, listSegment } from './lists/list.ts'
import { giveTag, takeTag } from './people/by-hand.ts'
import { segmentsOfCustomer } from './people/read.ts'

export const routes = [
  route(api.read, readSegments),
  route(api.decide, decideSegments),
  route(api.undo, undoSegments),
  route(api.preview, previewSegments),
  route(api.listVersions, listVersions),
  route(api.attributes, listAttributes),
  route(api.listCustomers, listSegment),
  streamingRoute(api.exportCustomers, exportSegment),
  route(api.listChanges, listChanges),
  route(api.ofOne, segmentsOfCustomer),
  route(api.giveTag, giveTag),
  route(api.takeTag, takeTag),
]
