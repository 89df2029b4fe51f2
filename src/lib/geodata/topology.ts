import type { Position } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import * as v from 'valibot';
import { readBy } from './read';

function isGeometryObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value;
}

const Arc = v.array(v.array(v.number()));

const TopologySchema = v.object({
  type: v.literal('Topology'),
  transform: v.object({
    scale: v.tuple([v.number(), v.number()]),
    translate: v.tuple([v.number(), v.number()])
  }),
  objects: v.record(
    v.string(),
    v.custom<GeometryObject>(isGeometryObject, 'is no TopoJSON object')
  ),
  arcs: v.array(Arc)
});

const SharedSchema = v.object({
  ...TopologySchema.entries,
  /** Where the line is cut into the file's first arcs: indices of its vertices. */
  lineNodes: v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

export type CheckedTopology = Topology<Record<string, GeometryObject>>;

/** Checks that `raw` is a quantised TopoJSON topology; throws with what is wrong and where. */
export function readTopology(raw: unknown, title: string): CheckedTopology {
  return readBy(TopologySchema, raw, title);
}

/** A line's vertices as TopoJSON's deltas on the grid of a topology. */
function deltas(vertices: Position[], { scale, translate }: NonNullable<Topology['transform']>) {
  let [x0, y0] = [0, 0];
  return vertices.map(([lon, lat]) => {
    const x = Math.round((lon - translate[0]) / scale[0]);
    const y = Math.round((lat - translate[1]) / scale[1]);
    const delta = [x - x0, y - y0];
    [x0, y0] = [x, y];
    return delta;
  });
}

/**
 * Checks a topology whose first arcs are pieces of the line, left out of the file, and puts them in
 * from the line itself: so provinces and countries meet it vertex by vertex.
 */
export function readSharedTopology(
  raw: unknown,
  line: readonly Position[],
  title: string
): CheckedTopology {
  const topology = readBy(SharedSchema, raw, title);
  const { lineNodes, transform } = topology;
  if (!transform || lineNodes[lineNodes.length - 1] !== line.length - 1) {
    throw new Error(`${title} was made for another line than the one that was loaded.`);
  }
  const pieces = lineNodes
    .slice(1)
    .map((end, i) => deltas(line.slice(lineNodes[i], end + 1), transform));
  return { ...topology, arcs: [...pieces, ...topology.arcs.slice(pieces.length)] };
}
