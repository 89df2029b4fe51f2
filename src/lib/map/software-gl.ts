const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|basic render|software/i;

/** Whether WebGL is drawn by the processor, as far as the browser tells by what. */
export function isDrawnBySoftware(gl: WebGL2RenderingContext): boolean {
  const name = String(gl.getParameter(gl.RENDERER));
  // Chromium and WebKit keep the true name to an extension, of which Firefox warns.
  if (!name.startsWith('WebKit')) return SOFTWARE.test(name);
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return names !== null && SOFTWARE.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)));
}
