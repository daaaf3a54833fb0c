const SCALE = 2

/** The chart as a picture, as it is drawn on the screen. */
export async function pngOf(svg: SVGSVGElement, background: string): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copyColours(svg, copy)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const drawing = canvas.getContext('2d')
  if (!drawing) return null
  drawing.fillStyle = background
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A picture knows no variables of the page. */
function copyColours(from: Element, to: Element): void {
  const { fill, stroke, font } = getComputedStyle(from)
  to.setAttribute('style', `fill:${fill};stroke:${stroke};font:${font}`)
  const others = [...to.children]
  for (const [index, child] of [...from.children].entries()) copyColours(child, others[index]!)
}
