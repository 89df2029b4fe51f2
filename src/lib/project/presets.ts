import { context } from '../texts/texts';

/** One way to lay a preset on this line. */
export interface PresetWidths {
  label: string;
  afghanKm: number;
  pakistanKm: number;
}

/** A zone that was reported for this line, or a precedent elsewhere, as a model for a proposal. */
export interface Preset {
  name: string;
  /** The widths as they are told. */
  told: string;
  /** Who says so, or the document that founded it. */
  source: string;
  /** How its widths are laid on this line; the reader chooses where that is open. */
  choices: PresetWidths[];
}

const both = (km: number): PresetWidths => ({
  label: `${km} km on both sides`,
  afghanKm: km,
  pakistanKm: km
});
const afghan = (km: number): PresetWidths => ({
  label: `${km} km on the Afghan side`,
  afghanKm: km,
  pakistanKm: 0
});
const pakistani = (km: number): PresetWidths => ({
  label: `${km} km on the Pakistani side`,
  afghanKm: 0,
  pakistanKm: km
});

function choicesOf([wider, narrower]: readonly [number, number]): PresetWidths[] {
  if (wider === narrower) return [both(wider)];
  if (narrower === 0) return [afghan(wider), pakistani(wider)];
  return [
    {
      label: `${wider} km Afghan, ${narrower} km Pakistani`,
      afghanKm: wider,
      pakistanKm: narrower
    },
    { label: `${narrower} km Afghan, ${wider} km Pakistani`, afghanKm: narrower, pakistanKm: wider }
  ];
}

/** The zones reported for this line; where the report leaves the side open, each way to read it. */
export const reportedPresets: readonly Preset[] = context.reportedBufferZones.map(
  ({ widthKm, side, source }) => ({
    name: `Reported zone of ${widthKm} km`,
    told: `${widthKm} km, side: ${side}`,
    source,
    choices: /Afghanistan/.test(side)
      ? [afghan(widthKm)]
      : [afghan(widthKm), pakistani(widthKm), both(widthKm / 2)]
  })
);

/** Zones elsewhere, none of them on this line: approximate, by the document that founded each. */
export const precedentPresets: readonly Preset[] = context.precedents.map(
  ({ name, widthKm, document, perSideKm, taken }) => ({
    name,
    told: `${widthKm} km${taken ? `; taken: ${taken}` : ''}`,
    source: document,
    choices: choicesOf(perSideKm)
  })
);

/** What a proposal made from a preset says of its origin. */
export function originOf({ told, source }: Preset, isPrecedent: boolean): string {
  return isPrecedent
    ? `After a precedent elsewhere, approximate: ${told}. ${source}.`
    : `As reported, approximate: ${told}. ${source}.`;
}

/** Said of the zone that text A speaks of: the width is the reader's, not the text's. */
export const TEXT_A_ORIGIN =
  'The zone that text A speaks of (paragraphs 9 and 15). No text gives its width, side or stretch: these are your choice.';
