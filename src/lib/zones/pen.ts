/** What takes down an outline while it is walked, with the zone on the left. */
export interface Pen {
  /** A ring begins. */
  begin(): void;
  /**
   * The outline runs at a site's radius, counter-clockwise from the border of its cell with that of
   * the site `from` to the border with that of the site `to`. It is tight if another part of the
   * outline may come so near to it that the two, if thinned, could cross.
   */
  arc(site: number, from: number, to: number, isTight: boolean): void;
  /** The outline passes the sites from one up to another on clear bends (see `Bends`). */
  passBends(fromSite: number, untilSite: number): void;
  /** The outline turns from the arc of one site to that of another, on the border of their cells. */
  cusp(before: number, after: number): void;
  /** The outline passes a corner on the border of two sites' cells, at a distance from the first. */
  corner(site: number, neighbour: number, distanceKm: number): void;
  /** The outline passes the meeting of three cells. */
  meeting(x: number, y: number): void;
  /** The outline runs along the line, over the cells of all sites from one to another. */
  line(fromSite: number, toSite: number): void;
  /** The outline passes a round end of the zone, straight on from the line's own end. */
  tip(x: number, y: number): void;
  /** The ring is closed. */
  end(): void;
}
