export const isOwnPage = (pathname: string) => /^\/(account|inbox|pair)(\/|$)/.test(pathname)
