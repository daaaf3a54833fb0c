/** A window of its own, which gets neither the session nor a way back into this one. */
export const openSecondScreen = () =>
  window.open('/till/second-screen', '_blank', 'noopener,popup,width=1024,height=640')
