/** Kilometres to the millimetre, degrees to 1 mm, areas to 1,000 m²: no digits that mean nothing. */
export const roundKm = (km: number) => rounded(km, 6);
export const roundDeg = (degrees: number) => rounded(degrees, 8);
export const roundKm2 = (km2: number) => rounded(km2, 3);

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit + 0;
}
