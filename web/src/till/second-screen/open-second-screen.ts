/** A separate window without access to the session or to this window. */
export const openSecondScreen = () =>
  window.open('/till/second-screen', '_blank', 'noopener,popup,width=1024,height=640')
