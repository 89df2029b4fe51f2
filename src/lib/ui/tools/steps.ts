/** What a width is rounded to, in the reader's unit, and a chainage. */
const WIDTH_STEPS = [0.1, 0.5, 1, 5];
const CHAINAGE_STEPS = [0.1, 1, 10, 50, 100];
/** A step need not be wider on the screen than this to be felt, and not narrower to be hit. */
const WIDTH_STEP_PX = 0.75;
const CHAINAGE_STEP_PX = 1.5;

function stepKm(steps: readonly number[], leastKm: number, perKm: number): number {
  const wide = steps.find((step) => step / perKm >= leastKm) ?? steps[steps.length - 1];
  return wide / perKm;
}

/** What a width dragged on the map is rounded to, in km: round in the unit, fine as the zoom lets. */
export function widthStepKm(pixelKm: number, perKm: number): number {
  return stepKm(WIDTH_STEPS, WIDTH_STEP_PX * pixelKm, perKm);
}

/** What a chainage picked on the map is rounded to, in km: round in the unit. */
export function chainageStepKm(pixelKm: number, perKm: number): number {
  return stepKm(CHAINAGE_STEPS, CHAINAGE_STEP_PX * pixelKm, perKm);
}

/** The nearest multiple of a step, without the dust of floating point (to the millimetre). */
export function rounded(km: number, stepKm: number): number {
  return Number((Math.round(km / stepKm) * stepKm).toFixed(6));
}
