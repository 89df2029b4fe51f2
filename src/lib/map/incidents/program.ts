/** A linked program with its uniforms by name. */
export interface Program {
  use(): void;
  attribute(name: string): number;
  uniform(name: string): WebGLUniformLocation | null;
  delete(): void;
}

/** Links a program. Throws with the driver's own words when it cannot. */
export function createProgram(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string
): Program {
  const program = gl.createProgram();
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, vertex),
    compile(gl, gl.FRAGMENT_SHADER, fragment)
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The incidents cannot be drawn: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  const uniforms = new Map<string, WebGLUniformLocation | null>();
  return {
    use: () => gl.useProgram(program),
    attribute: (name) => gl.getAttribLocation(program, name),
    uniform: (name) => {
      let found = uniforms.get(name);
      if (found === undefined) uniforms.set(name, (found = gl.getUniformLocation(program, name)));
      return found;
    },
    delete: () => gl.deleteProgram(program)
  };
}

function compile(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The incidents cannot be drawn: the graphics context is lost.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`The incidents cannot be drawn: ${gl.getShaderInfoLog(shader) ?? ''}`);
  }
  return shader;
}
