/**
 * Types of packages that only geodata installs: the type check of the app must pass without them.
 */
declare module 'topojson-server' {
  export function topology(objects: Record<string, unknown>): {
    arcs: [number, number][][];
    objects: Record<
      string,
      { type: 'GeometryCollection'; geometries: import('topojson-specification').GeometryObject[] }
    >;
  };
}

declare module 'topojson-simplify' {
  /** Gives every vertex its least area as a third number; ends have Infinity. */
  export function presimplify(topology: {
    type: 'Topology';
    objects: object;
    arcs: [number, number][][];
  }): { arcs: [number, number, number][][] };
}
