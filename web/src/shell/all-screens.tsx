import { RouterProvider } from '@tanstack/react-router'
import { StepUp } from '../session/step-up/step-up.tsx'
import { router } from './router.tsx'

export function AllScreens() {
  return (
    <>
      <RouterProvider router={router} />
      <StepUp />
    </>
  )
}
