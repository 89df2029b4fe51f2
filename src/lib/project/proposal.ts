import * as v from 'valibot';
import { isLonLat, type LonLat } from '../geodesy/position';
import { NARROWEST_KM, WIDEST_KM, type Stretch, type WidthsAt, type Zone } from '../zones/zone';

/** How a proposal is coloured: each side in the colour of its side, or all of it in one. */
export const COLOURS = ['sides', 'blue', 'violet', 'magenta', 'green', 'brown', 'slate'] as const;
export type Colour = (typeof COLOURS)[number];

/** The longest chainage that a kept project may name: any line's, with room. */
const LONGEST_KM = 5000;
const MOST_POINTS = 1000;
const MOST_ENTRIES = 200;
const LONGEST_TEXT = 400;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Chainage = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_KM));
const Width = v.pipe(
  v.number(),
  v.check(
    (km) => km === 0 || (km >= NARROWEST_KM && km <= WIDEST_KM),
    `is no width from ${NARROWEST_KM} to ${WIDEST_KM} km, or 0`
  )
);
const TaperedWidth = v.pipe(v.number(), v.minValue(0), v.maxValue(WIDEST_KM));
const Position = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([lon, lat]) => isLonLat(lon, lat), 'is no position in degrees')
);

const StretchSchema = v.pipe(
  v.object({ fromKm: Chainage, toKm: Chainage }),
  v.check(({ fromKm, toKm }) => fromKm < toKm, 'is a stretch that ends before it begins')
);

const ProfileSchema = v.pipe(
  v.array(v.object({ chainageKm: Chainage, afghanKm: TaperedWidth, pakistanKm: TaperedWidth })),
  v.minLength(1),
  v.maxLength(MOST_POINTS),
  v.check(
    (points) =>
      points.every(({ chainageKm }, i) => i === 0 || chainageKm >= points[i - 1].chainageKm),
    'is a width profile whose chainages do not rise'
  )
);

const KeepOutSchema = v.object({
  name: Text,
  at: Position,
  radiusKm: v.pipe(v.number(), v.minValue(0.1), v.maxValue(200))
});

export const ProposalSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name: v.pipe(v.string(), v.maxLength(120)),
  colour: v.picklist(COLOURS),
  /** Whether the map shows it. */
  shown: v.boolean(),
  afghanKm: Width,
  pakistanKm: Width,
  /** Whether changing one side's width changes the other's too. */
  linked: v.boolean(),
  /** None for the whole line. */
  stretches: v.pipe(v.array(StretchSchema), v.maxLength(MOST_ENTRIES)),
  caps: v.picklist(['flat', 'round']),
  /** Widths that vary along the line, in place of the two above; null if they do not. */
  profile: v.nullable(ProfileSchema),
  /** Circles that are left out, and around what. */
  keepOut: v.pipe(v.array(KeepOutSchema), v.maxLength(MOST_ENTRIES)),
  /** Ids of the provinces that it is limited to; none for no limit. */
  provinces: v.pipe(v.array(Text), v.maxLength(MOST_ENTRIES)),
  /** Where a preset's figures come from; null for what the reader made. */
  origin: v.nullable(Text)
});

/** A zone as its author states it, with a name and what the map needs to show it. */
export type Proposal = v.InferOutput<typeof ProposalSchema>;
export type KeepOut = v.InferOutput<typeof KeepOutSchema>;

/** A proposal of 10 km on each side of the whole line, or as `given` says. */
export function newProposal(given: Partial<Proposal> & Pick<Proposal, 'id' | 'name'>): Proposal {
  return {
    colour: 'sides',
    shown: true,
    afghanKm: 10,
    pakistanKm: 10,
    linked: true,
    stretches: [],
    caps: 'flat',
    profile: null,
    keepOut: [],
    provinces: [],
    origin: null,
    ...given
  };
}

/**
 * The zone that a proposal states, on a line of some length: what lies beyond its end is left out.
 * It is made of plain objects, so that it can be handed to a worker.
 */
export function zoneOf(proposal: Proposal, lengthKm: number): Zone {
  const { afghanKm, pakistanKm, caps, profile } = proposal;
  const within = (km: number) => Math.min(km, lengthKm);
  const stretches: Stretch[] = proposal.stretches
    .map(({ fromKm, toKm }) => ({ fromKm, toKm: within(toKm) }))
    .filter(({ fromKm, toKm }) => fromKm < toKm);
  const points: WidthsAt[] | undefined = profile?.map((point) => ({
    ...point,
    chainageKm: within(point.chainageKm)
  }));
  const keepOut = proposal.keepOut.map(({ at: [lon, lat], radiusKm }) => {
    const at: LonLat = [lon, lat];
    return { at, radiusKm };
  });
  const provinces = [...proposal.provinces];
  return {
    afghanKm,
    pakistanKm,
    caps,
    ...(stretches.length > 0 && { stretches }),
    ...(points && { profile: points }),
    ...(keepOut.length > 0 && { keepOut }),
    ...(provinces.length > 0 && { provinces })
  };
}

/** Whether a proposal covers nothing: no width on either side. */
export function isEmpty({ afghanKm, pakistanKm, profile }: Proposal): boolean {
  const widths = profile ?? [{ afghanKm, pakistanKm }];
  return widths.every((width) => width.afghanKm === 0 && width.pakistanKm === 0);
}
