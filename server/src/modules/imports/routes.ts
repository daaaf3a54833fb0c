import { phasedRoute, route, streamingRoute } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { changePlan } from './file/change-plan.ts'
import { createImport, finishUpload, putPart } from './file/upload.ts'
import { getImport, listImports } from './run/list.ts'
import { listAside, refusedFile } from './run/list-aside.ts'
import { previewImport } from './run/preview.ts'
import { checkImport, discardImport, pauseImport, resumeImport, runImport, undoImport } from './run/steps.ts'

export const routes = [
  route(api.create, createImport),
  route(api.putPart, putPart),
  phasedRoute(api.uploaded, finishUpload),
  route(api.list, listImports),
  route(api.get, getImport),
  phasedRoute(api.change, changePlan),
  route(api.preview, previewImport),
  route(api.check, checkImport),
  route(api.run, runImport),
  route(api.pause, pauseImport),
  route(api.resume, resumeImport),
  route(api.undo, undoImport),
  route(api.discard, discardImport),
  route(api.listRows, listAside),
  streamingRoute(api.refusedFile, refusedFile),
]
